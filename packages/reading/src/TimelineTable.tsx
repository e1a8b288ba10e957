import type { TimelineEntry } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { InlineText, RichTextView } from './RichTextView.tsx'
import { type Reading, timeOf } from './reading.ts'

export function TimelineTable({ reading }: { reading: Reading }): ReactNode {
  const { snapshot, t, times, base } = reading
  const zone = times.zoneName(base ?? 0)
  return (
    <table className="timeline-table">
      <thead>
        <tr>
          <th scope="col">{t('reading.column.time', { zone })}</th>
          <th scope="col">{t('reading.column.event')}</th>
          <th scope="col">{t('reading.column.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {snapshot.timeline.map((entry) => (
          <tr key={entry.id} id={`entry-${entry.id}`}>
            <th scope="row">
              <EntryTime reading={reading} entry={entry} />
            </th>
            <td>
              <span className="event">
                <InlineText text={entry.text} />
              </span>{' '}
              <EntryTags reading={reading} entry={entry} />
              <MentalModel reading={reading} entry={entry} />
            </td>
            <td className="evidence">
              <EvidenceLinks evidence={entry.evidence} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function EntryTime({ reading, entry }: { reading: Reading; entry: TimelineEntry }): ReactNode {
  const shown = timeOf(reading, entry)
  const machine = entry.at ?? entry.day
  return machine === null ? shown : <time dateTime={machine}>{shown}</time>
}

function EntryTags({ reading: { t }, entry }: { reading: Reading; entry: TimelineEntry }): ReactNode {
  const { kind, milestone, certainty, actor } = entry
  return (
    <>
      {kind === 'observation' ? null : <span className="tag">{t(`terms.entryKind.${kind}`)}</span>}
      {milestone === null ? null : milestone.suggested ? (
        <span className="tag suggested" title={t('reading.suggestedHint')}>
          {t('reading.suggested', { milestone: t(`terms.milestone.${milestone.name}`) })}
        </span>
      ) : (
        <span className="tag milestone-tag">{t(`terms.milestone.${milestone.name}`)}</span>
      )}
      {certainty === 'fact' ? null : (
        <span className="tag doubtful">{t(`terms.entryCertainty.${certainty}`)}</span>
      )}
      {actor === '' ? null : <span className="actor">{actor}</span>}
    </>
  )
}

const mentalModel = ['saw', 'believed', 'options'] as const

function MentalModel({ reading: { t }, entry }: { reading: Reading; entry: TimelineEntry }): ReactNode {
  const told = mentalModel.filter((field) => entry[field].content.length > 0)
  if (told.length === 0) return null
  return (
    <dl className="mental-model" aria-label={t('reading.mentalModel')}>
      {told.map((field) => (
        <div key={field}>
          <dt>{t(`reading.${field}`)}</dt>
          <dd>
            <RichTextView text={entry[field]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
