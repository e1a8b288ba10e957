import { changeTimelineEntry } from '@kintsugi/board'
import {
  entryCertainties,
  entryKinds,
  milestones,
  plainTextOf,
  responseReviews,
  type TimelineEntry,
} from '@kintsugi/model'
import { TextField } from '@kintsugi/ui'
import { memo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../../../board/boardContext.tsx'
import { InlineText } from '../../../editor/InlineText.tsx'
import { CellSelect } from '../../../outline/CellSelect.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { tableRoles } from '../../../outline/tableRoles.ts'
import { entryTime } from '../../../timeline/entryTime.ts'
import { useRetime } from '../../../timeline/useRetime.ts'
import { Cell, OutlineRow } from './OutlineRow.tsx'
import { useOutline, useRowState } from './outlineDesk.ts'
import { DetailsButton, DetailsOf, HeldMark } from './RowEnd.tsx'
import { RowLinks } from './RowLinks.tsx'

export interface TimelineRowProps {
  entry: TimelineEntry
  base: string | null
  reachable: boolean
  held: string | undefined
}
export const TimelineRow = memo(function TimelineRow({ entry, base, reachable, held }: TimelineRowProps) {
  const { t, language } = useWords()
  const { board } = useSession()
  const { acts } = useOutline()
  const writable = useWritable()
  const { active, writing, opened } = useRowState(entry.id)
  const timeZone = useBoard((s) => s.incident.timeZone)
  const time = entryTime(entry, { t, language, timeZone, base })
  const milestone = entry.milestone && t(`terms.milestone.${entry.milestone.name}`)
  const text = plainTextOf(entry.text) || t('outline.nothingYet')
  // Open details have every field; the row then only reads.
  const fields = active && writable && !opened
  const change = (patch: Parameters<typeof changeTimelineEntry>[2]) =>
    void changeTimelineEntry(board, entry.id, patch)
  return (
    <>
      <OutlineRow as="tr" id={entry.id} part="timeline" active={active} held={held}>
        <Cell name="time">{fields ? <TimeCell entry={entry} /> : <time>{time}</time>}</Cell>
        <Cell name="event">
          <InlineText
            text={{ part: 'timeline', id: entry.id, field: 'text' }}
            value={entry.text}
            empty={t('board.untitledEntry')}
            name={`${time}, ${t(`terms.entryKind.${entry.kind}`)}: ${text}`}
            writing={writing}
            reachable={reachable}
            onNext={() => acts.next(entry.id)}
            onLeave={() => focusRow(entry.id)}
          />
          <RowLinks id={entry.id} reachable={reachable && active} />
          <HeldMark held={held} />
        </Cell>
        <Cell name="kind">
          {fields ? (
            <CellSelect
              label={t('outline.column.kind')}
              value={entry.kind}
              choices={entryKinds.map((value) => ({ value, label: t(`terms.entryKind.${value}`) }))}
              onChoose={(kind) => kind && change({ kind })}
            />
          ) : (
            t(`terms.entryKind.${entry.kind}`)
          )}
        </Cell>
        <Cell name="milestone" blank={milestone === null}>
          {fields ? (
            <CellSelect
              label={t('outline.column.milestone')}
              value={entry.milestone?.name ?? null}
              none={t('panels.none')}
              choices={milestones.map((value) => ({ value, label: t(`terms.milestone.${value}`) }))}
              onChoose={(name) => change({ milestone: name && { name, suggested: false } })}
            />
          ) : (
            milestone && (
              <span className="k-ol-milestone">
                {entry.milestone?.suggested ? t('outline.suggested', { milestone }) : milestone}
              </span>
            )
          )}
        </Cell>
        <Cell name="role" blank={entry.actor === ''}>
          {fields ? (
            <TextField
              label={t('outline.column.role')}
              hideLabel
              className="k-ol-control"
              value={entry.actor}
              maxLength={100}
              onCommit={(actor) => change({ actor: actor.trim() })}
            />
          ) : (
            entry.actor
          )}
        </Cell>
        <Cell name="evidence" blank={entry.evidence.length === 0}>
          {entry.evidence.length > 0 && t('outline.links', { count: entry.evidence.length })}
        </Cell>
        <Cell name="certainty" blank={entry.certainty === 'fact'}>
          {fields ? (
            <CellSelect
              label={t('outline.column.certainty')}
              value={entry.certainty}
              choices={entryCertainties.map((value) => ({
                value,
                label: t(`terms.entryCertainty.${value}`),
              }))}
              onChoose={(certainty) => certainty && change({ certainty })}
            />
          ) : (
            t(`terms.entryCertainty.${entry.certainty}`)
          )}
        </Cell>
        <Cell name="review" blank={entry.review === null}>
          {fields ? (
            <CellSelect
              label={t('outline.column.review')}
              value={entry.review}
              none={t('panels.none')}
              choices={responseReviews.map((value) => ({ value, label: t(`terms.review.${value}`) }))}
              onChoose={(review) => change({ review })}
            />
          ) : (
            entry.review && t(`terms.review.${entry.review}`)
          )}
        </Cell>
        <Cell name="more">
          <DetailsButton id={entry.id} opened={opened} reachable={reachable} />
        </Cell>
      </OutlineRow>
      {opened && (
        <tr {...tableRoles.row} className="k-ol-details-row">
          <td {...tableRoles.cell} colSpan={9}>
            <DetailsOf id={entry.id} />
          </td>
        </tr>
      )}
    </>
  )
})

function TimeCell({ entry }: { entry: TimelineEntry }) {
  const { t } = useWords()
  const { time, typeTime } = useRetime(entry)
  return (
    <TextField
      label={t('outline.column.time')}
      hideLabel
      className="k-ol-control"
      value={time}
      placeholder="21:47"
      testId="cell-time"
      onCommit={typeTime}
    />
  )
}
