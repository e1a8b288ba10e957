import type { Action, Cause, KptGroup, KptNote, RichText, TimelineEntry } from '@kintsugi/model'
import { Button, isComposing } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { ArrowDown, ArrowUp, Link2, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ActionFacts, ActionPanel } from '../../../actions/ActionPanel.tsx'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useWritable } from '../../../board/boardContext.tsx'
import { firstLineOf } from '../../../board/firstLine.ts'
import { itemIn, type Named } from '../../../board/readings.ts'
import { CauseFacts, CausePanel } from '../../../causes/CausePanel.tsx'
import { GroupPanel } from '../../../kpt/GroupPanel.tsx'
import { NoteFacts, NotePanel } from '../../../kpt/NotePanel.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { OwnSealed } from '../../../rounds/OwnSealed.tsx'
import { EntryFacts, EntryPanel } from '../../../timeline/EntryPanel.tsx'
import { problemSentence } from '../../problemSentence.ts'
import { LinkList } from '../LinkList.tsx'
import { useOutline } from './outlineDesk.ts'
import '../panel.css'

export interface RowDetailsProps {
  id: string
  /** On a sheet of its own, over the page. */
  sheet: boolean
}

/** Everything about a thing that its row has no room for. */
export function RowDetails({ id, sheet }: RowDetailsProps) {
  const { t } = useWords()
  const { outline, acts } = useOutline()
  const thing = useBoard((s) => itemIn(s, id))
  if (!thing) return null
  const { name, text } = thing.item as { name?: string; text?: RichText }
  const what = name ?? (text ? firstLineOf(text) : '')
  const close = (): void => {
    acts.open(id, false)
    focusRow(id)
  }
  const links = <LinkList thing={thing} onGo={acts.go} />
  const content = (
    <>
      <Facts thing={thing} links={links} whole={sheet} />
      <RowButtons id={id} part={thing.part} onLink={() => outline.picking.set(id)} />
    </>
  )
  if (sheet)
    return (
      <Dialog
        title={what || t('board.emptyText')}
        closeLabel={t('outline.done')}
        onClose={close}
        footer={
          <Button look="ink" className="k-ol-done" onClick={close}>
            {t('outline.done')}
          </Button>
        }
      >
        <div className="k-panel k-ol-sheet" data-testid="row-sheet">
          {content}
        </div>
      </Dialog>
    )
  return (
    <section
      className="k-ol-details k-panel"
      aria-label={t('outline.detailsOf', { what: what || t('board.emptyText') })}
      data-testid="row-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      {content}
    </section>
  )
}

function Facts({ thing, links, whole }: { thing: Named; links: ReactNode; whole: boolean }) {
  const { t } = useWords()
  const { acts } = useOutline()
  const why = (): void => acts.why(thing.id)
  switch (thing.part) {
    case 'timeline': {
      const Panel = whole ? EntryPanel : EntryFacts
      return <Panel entry={thing.item as TimelineEntry} links={links} />
    }
    case 'causes': {
      const Panel = whole ? CausePanel : CauseFacts
      return <Panel cause={thing.item as Cause} links={links} onWhy={why} />
    }
    case 'kptGroups':
      return <GroupPanel group={thing.item as KptGroup} onGo={acts.go} />
    case 'kptNotes': {
      const Panel = whole ? NotePanel : NoteFacts
      const note = thing.item as KptNote
      const own = <OwnSealed note={note} explain={(error) => problemSentence(t, error)} />
      return <Panel note={note} links={links} own={own} />
    }
    case 'actions': {
      const Panel = whole ? ActionPanel : ActionFacts
      return <Panel action={thing.item as Action} links={links} />
    }
    case 'freeNotes':
      return null
  }
}

function RowButtons({ id, part, onLink }: { id: string; part: Named['part']; onLink: () => void }) {
  const { t } = useWords()
  const { acts } = useOutline()
  if (!useWritable()) return null
  return (
    <div className="k-ol-buttons">
      {part !== 'freeNotes' && (
        <>
          {part !== 'kptGroups' && (
            <Button data-testid="row-link" onClick={onLink}>
              <Link2 size={15} aria-hidden="true" />
              {t('outline.link')}
            </Button>
          )}
          <Button onClick={() => acts.move(id, -1)}>
            <ArrowUp size={15} aria-hidden="true" />
            {t('outline.up')}
          </Button>
          <Button onClick={() => acts.move(id, 1)}>
            <ArrowDown size={15} aria-hidden="true" />
            {t('outline.down')}
          </Button>
        </>
      )}
      <Button data-testid="row-remove" onClick={() => acts.remove(id)}>
        <Trash2 size={15} aria-hidden="true" />
        {t('outline.remove')}
      </Button>
    </div>
  )
}
