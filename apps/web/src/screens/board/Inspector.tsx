import type { Action, Cause, FreeNote, KptGroup, KptNote, TimelineEntry } from '@kintsugi/model'
import { Button, IconButton, isComposing } from '@kintsugi/ui'
import { timesIn } from '@kintsugi/words'
import { Group, Trash2, X } from 'lucide-react'
import { ActionPanel } from '../../actions/ActionPanel.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useWritable } from '../../board/boardContext.tsx'
import { firstLineOf } from '../../board/firstLine.ts'
import { itemIn, type Named } from '../../board/readings.ts'
import { CausePanel } from '../../causes/CausePanel.tsx'
import { RichField } from '../../editor/RichField.tsx'
import { ImportList } from '../../incident/ImportList.tsx'
import { IncidentPanel } from '../../incident/IncidentPanel.tsx'
import { GroupPanel } from '../../kpt/GroupPanel.tsx'
import { NotePanel } from '../../kpt/NotePanel.tsx'
import type { Api } from '../../live/api.ts'
import { PeoplePanel } from '../../people/PeoplePanel.tsx'
import { MeetingFields } from '../../practice/MeetingFields.tsx'
import { RulesField } from '../../practice/RulesField.tsx'
import { OwnSealed } from '../../rounds/OwnSealed.tsx'
import { EntryPanel } from '../../timeline/EntryPanel.tsx'
import { problemSentence } from '../problemSentence.ts'
import type { BoardCommands } from './commands/command.ts'
import { toCard } from './intoSight.ts'
import { LinkList } from './LinkList.tsx'
import './panel.css'

/** Everything about what is selected; about the incident where nothing is. */
export function Inspector({ commands, api }: { commands: BoardCommands; api: Api }) {
  const { t } = useWords()
  const desk = useDesk()
  const selection = useReadable(desk.selection)
  const [id] = selection
  const explain = (error: unknown): string => problemSentence(t, error)
  const thing = useBoard((s) => (selection.size === 1 && id !== undefined ? itemIn(s, id) : undefined))
  return (
    <aside
      className="k-inspector"
      aria-label={t('board.inspector')}
      data-testid="inspector"
      onKeyDown={(event) => {
        // Esc leads back to what the details are of. What stands in front of the panel has its own Esc.
        const { currentTarget, target, nativeEvent } = event
        if (event.key !== 'Escape' || event.defaultPrevented || isComposing(nativeEvent)) return
        if (id === undefined || !(target instanceof Node) || !currentTarget.contains(target)) return
        if (!toCard(id)) return
        event.preventDefault()
      }}
    >
      <div className="k-panel">
        {thing ? (
          <ThingPanel thing={thing} commands={commands} />
        ) : selection.size > 1 ? (
          <SeveralPanel ids={selection} commands={commands} />
        ) : (
          <>
            <PanelHead title={t('panels.incident')} />
            <IncidentPanel
              meeting={<MeetingFields />}
              rules={<RulesField />}
              people={<PeoplePanel api={api} explain={explain} />}
              imports={<ImportList api={api} explain={explain} />}
            />
          </>
        )}
      </div>
    </aside>
  )
}

function PanelHead({ title, chip, about }: { title: string; chip?: string; about?: string }) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <header className="k-panel-title">
      <h2>{title}</h2>
      {chip && <span className="k-chip">{chip}</span>}
      <IconButton
        label={t('panels.close')}
        side="end"
        className="k-panel-close"
        onClick={() => desk.inspectorOpen.set(false)}
      >
        <X size={15} />
      </IconButton>
      {about && <p>{about}</p>}
    </header>
  )
}

function ThingPanel({ thing, commands }: { thing: Named; commands: BoardCommands }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const writable = useWritable()
  const timeZone = useBoard((s) => s.incident.timeZone)
  const title =
    thing.part === 'kptGroups' ? (thing.item as KptGroup).name : firstLineOf((thing.item as FreeNote).text)
  const go = (id: string): void => {
    desk.select(id)
    commands.context?.surface.reveal(id)
  }
  const links = <LinkList thing={thing} onGo={go} />
  const head = headOf(thing, t)
  const entry = thing.part === 'timeline' ? (thing.item as TimelineEntry) : null
  const about = entry?.at
    ? [
        timesIn(timeZone, language).dateAndClock(entry.at),
        entry.actor,
        t(`terms.entryCertainty.${entry.certainty}`),
      ]
        .filter(Boolean)
        .join(' · ')
    : undefined
  return (
    <>
      <PanelHead title={title || head.empty} chip={head.kind} {...(about ? { about } : {})} />
      {entry && <EntryPanel entry={entry} links={links} />}
      {thing.part === 'causes' && (
        <CausePanel cause={thing.item as Cause} links={links} onWhy={() => commands.run('why')} />
      )}
      {thing.part === 'kptGroups' && <GroupPanel group={thing.item as KptGroup} onGo={go} />}
      {thing.part === 'kptNotes' && (
        <NotePanel
          note={thing.item as KptNote}
          links={links}
          own={<OwnSealed note={thing.item as KptNote} explain={(error) => problemSentence(t, error)} />}
        />
      )}
      {thing.part === 'actions' && <ActionPanel action={thing.item as Action} links={links} />}
      {thing.part === 'freeNotes' && (
        <RichField
          key={thing.id}
          label={t('panels.text')}
          text={{ part: 'freeNotes', id: thing.id, field: 'text' }}
          value={(thing.item as FreeNote).text}
          disabled={!writable}
        />
      )}
      {writable && <RemoveButton commands={commands} />}
    </>
  )
}

function headOf(thing: Named, t: ReturnType<typeof useWords>['t']): { kind: string; empty: string } {
  switch (thing.part) {
    case 'timeline':
      return {
        kind: t(`terms.entryKind.${(thing.item as TimelineEntry).kind}`),
        empty: t('board.untitledEntry'),
      }
    case 'causes':
      return { kind: t(`terms.causeKind.${(thing.item as Cause).kind}`), empty: t('board.untitledCause') }
    case 'kptNotes': {
      const { column } = (thing.item as KptNote).slot
      return { kind: t(`terms.kptColumn.${column}`), empty: t(`board.emptyNote.${column}`) }
    }
    case 'kptGroups':
      return { kind: t('panels.note.group'), empty: t('kpt.unnamed') }
    case 'actions':
      return { kind: t('commands.names.action'), empty: t('board.untitledAction') }
    case 'freeNotes':
      return { kind: t('terms.part.notes'), empty: t('board.emptyFreeNote') }
  }
}

function SeveralPanel({ ids, commands }: { ids: ReadonlySet<string>; commands: BoardCommands }) {
  const { t } = useWords()
  const writable = useWritable()
  const notes = useBoard((s) => s.kptNotes).filter((note) => ids.has(note.id))
  const groupable = notes.length > 1 && new Set(notes.map((note) => note.slot.column)).size === 1
  return (
    <>
      <PanelHead title={t('panels.several', { count: ids.size })} />
      {writable && (
        <>
          {groupable && (
            <Button onClick={() => commands.run('group')} data-testid="group-notes">
              <Group size={14} aria-hidden="true" />
              {t('panels.group')}
            </Button>
          )}
          <RemoveButton commands={commands} />
        </>
      )}
    </>
  )
}

function RemoveButton({ commands }: { commands: BoardCommands }) {
  const { t } = useWords()
  return (
    <Button
      look="quiet"
      className="mt-2 self-start"
      data-testid="remove"
      onClick={() => commands.run('remove')}
    >
      <Trash2 size={14} aria-hidden="true" />
      {t('panels.remove')}
    </Button>
  )
}
