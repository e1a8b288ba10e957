import { IconButton } from '@kintsugi/ui'
import { Redo2, Undo2 } from 'lucide-react'
import { Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { later } from '../../../app/later.ts'
import { useWords } from '../../../app/wordsContext.tsx'
import { useDesk, useReadable, useSession, useWritable } from '../../../board/boardContext.tsx'
import { itemIn } from '../../../board/readings.ts'
import type { Api } from '../../../live/api.ts'
import { Announcer } from '../../../outline/Announcer.tsx'
import { focusRow, handleOf, onHandleKey, onRowEscape, rowOf } from '../../../outline/rows.ts'
import { goToSection, SectionNav } from '../../../outline/SectionNav.tsx'
import type { OpenDialog } from '../BoardView.tsx'
import type { BoardCommands, Surface } from '../commands/command.ts'
import { commandOf, nameOf } from '../commands/index.ts'
import { isLetter } from '../commands/keys.ts'
import { useCommands } from '../commands/useCommands.ts'
import { useKeys } from '../commands/useKeys.ts'
import { InvitedHere } from '../FollowInvitation.tsx'
import { useLeftEmpty } from '../useFresh.ts'
import { useLostText } from '../useLostText.ts'
import { useTypedAhead } from '../useTypedAhead.ts'
import { ActionsSection } from './ActionsSection.tsx'
import { CausesSection } from './CausesSection.tsx'
import { IncidentSection, PeopleSection } from './IncidentSection.tsx'
import { KptSection } from './KptSection.tsx'
import { NotesSection } from './NotesSection.tsx'
import { createOutlineDesk, OutlineContext, type OutlineDesk } from './outlineDesk.ts'
import { TimelineSection } from './TimelineSection.tsx'
import { useHolders } from './useHolders.ts'
import { useOutlineActs } from './useOutlineActs.ts'
import { useOutlineCreate } from './useOutlineCreate.ts'
import { useRescue } from './useRescue.ts'
import '../../../outline/outline.css'
import '../../../outline/rows.css'
import '../../../outline/narrow.css'

const LinkPicker = later(() => import('./LinkPicker.tsx').then(({ LinkPicker }) => ({ default: LinkPicker })))

export interface OutlineProps {
  api: Api
  onOpen: (dialog: OpenDialog) => void
  onCommands: (commands: BoardCommands) => void
}

/** The whole board in its one reading order: headings, tables and lists, all of it written where it stands. */
export function Outline({ api, onOpen, onCommands }: OutlineProps) {
  const { t } = useWords()
  const { watch, presence } = useSession()
  const desk = useDesk()
  const selection = useReadable(desk.selection)
  const [outline] = useState(createOutlineDesk)
  const host = useRef<HTMLElement>(null)
  const holders = useHolders()
  const { create, why } = useOutlineCreate(outline)
  const surface = useMemo((): Surface => {
    const reveal = (id: string): void => {
      rowOf(id)?.scrollIntoView({ block: 'center' })
      focusRow(id)
    }
    return {
      kind: 'outline',
      create,
      why,
      get things() {
        const { timeline, causes, kptGroups, kptNotes, actions, freeNotes } = watch.getSnapshot()
        const parts = { timeline, causes, kptGroups, kptNotes, actions, freeNotes }
        return Object.entries(parts).flatMap(([part, items]) => items.map(({ id }) => ({ id, part })))
      },
      pointer: () => null,
      show: (zone) => goToSection(zone === 'whole' ? 'incident' : zone),
      reveal,
      zoomBy: () => undefined,
    }
  }, [create, why, watch])
  const commands = useCommands(surface, onOpen)
  useEffect(() => onCommands(commands), [commands, onCommands])
  const acts = useOutlineActs({ outline, create, why, run: commands.run })
  const there = (id: string): boolean => itemIn(watch.getSnapshot(), id) !== undefined
  useLeftEmpty()
  useTypedAhead()
  const justLost = useLostText()
  useKeys(host, (command) => {
    // A text is opening and has no caret yet: what is typed is meant for it.
    const opening = desk.editing.get()
    if (opening && command !== 'back' && !commandOf(command)?.whileTyping && there(opening.id)) return true
    if (justLost() && isLetter(command)) return true
    // A button inside a row keeps its own keys; what removes a row is its handle.
    if (command === 'remove' && !document.activeElement?.matches('[data-handle]')) return false
    return commands.run(command)
  })
  const rescue = useRescue()
  useEffect(() => {
    presence.tell({ selection: [...selection].slice(0, 50) })
  }, [presence, selection])
  // Coming from the canvas one goes on where one was.
  useEffect(() => {
    const [id] = desk.selection.get()
    if (id !== undefined && handleOf(id)) focusRow(id)
  }, [desk])
  const value = useMemo(() => ({ outline, acts }), [outline, acts])

  return (
    <OutlineContext value={value}>
      <div className="k-outline-frame">
        <SectionNav scroller={host}>
          <Steps commands={commands} />
        </SectionNav>
        <main
          ref={host}
          id="outline"
          className="k-outline"
          tabIndex={-1}
          aria-label={t('outline.label')}
          data-testid="outline"
          onFocus={rescue}
          onKeyDown={(event) => {
            if (onHandleKey(event, acts) || onRowEscape(event)) event.preventDefault()
          }}
        >
          <div className="k-ol-page">
            <IncidentSection api={api} />
            <PeopleSection api={api} />
            <TimelineSection holders={holders} />
            <CausesSection holders={holders} />
            <KptSection holders={holders} onPropose={() => onOpen('keeps')} />
            <ActionsSection holders={holders} />
            <NotesSection holders={holders} />
          </div>
        </main>
        <InvitedHere />
      </div>
      <Announcer />
      <Told outline={outline} />
      <Picker outline={outline} />
    </OutlineContext>
  )
}

function Steps({ commands: { run, context } }: { commands: BoardCommands }) {
  const { t } = useWords()
  const { history } = useSession()
  const writable = useWritable()
  const steps = {
    undo: useSyncExternalStore(history.subscribe, () => history.state().undo),
    redo: useSyncExternalStore(history.subscribe, () => history.state().redo),
  }
  return (
    <div className="k-ol-steps">
      {(['undo', 'redo'] as const).map((id) => (
        <IconButton
          key={id}
          label={context ? nameOf(id, context) : t(`commands.names.${id}`)}
          disabled={!writable || steps[id] === undefined}
          data-testid={id}
          onClick={() => run(id)}
        >
          {id === 'undo' ? <Undo2 size={17} /> : <Redo2 size={17} />}
        </IconButton>
      ))}
    </div>
  )
}

/** What one's own keys did, where nothing else says it. */
function Told({ outline }: { outline: OutlineDesk }) {
  const told = useReadable(outline.told)
  return (
    <div className="sr-only" role="status" data-testid="outline-told">
      {told}
    </div>
  )
}

function Picker({ outline }: { outline: OutlineDesk }) {
  const id = useReadable(outline.picking)
  return (
    id !== null && (
      <Suspense>
        <LinkPicker id={id} />
      </Suspense>
    )
  )
}
