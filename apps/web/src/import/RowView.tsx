import { formatDay, timesIn } from '@kintsugi/words'
import { Check } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { Casting, Row } from './reader/messages.ts'

export interface RowViewProps {
  row: Row | null
  zone: string
  casting: Readonly<Record<string, Casting>>
  explain: (problem: unknown) => string
}

export const RowView = memo(function RowView({ row, zone, casting, explain }: RowViewProps) {
  const { t, language } = useWords()
  if (row === null) return <span className="k-import-wait">{t('importing.loading')}</span>
  const role = casting[row.speaker ?? '']?.role.trim() ?? ''
  return (
    <>
      <span className="k-import-mark" aria-hidden="true">
        <Check size={13} />
      </span>
      <span className="k-import-when">{whenOf(row, zone, t, language)}</span>
      <span className="k-import-text">
        {role !== '' && <b>{role}: </b>}
        {row.text.replaceAll('\n', ' ') || t('importing.noWords')}
        {row.reason && <small>{explain(row.reason)}</small>}
      </span>
      <span className="k-import-tags">
        {row.milestone && (
          <span className="k-tag k-tag-milestone" data-suggested={row.milestone.suggested}>
            {t(`terms.milestone.${row.milestone.name}`)}
            {row.milestone.suggested && '?'}
          </span>
        )}
        {row.status !== 'new' && (
          <span className="k-import-status" data-status={row.status}>
            {t(`importing.status.${row.status}`)}
          </span>
        )}
      </span>
    </>
  )
})

/** The time with its day, of an event; what kind of thing it is, of everything else. */
function whenOf(
  row: Row,
  zone: string,
  t: ReturnType<typeof useWords>['t'],
  language: ReturnType<typeof useWords>['language'],
): string {
  if (row.part === 'timeline') {
    if (row.at !== null) {
      const times = timesIn(zone === '' ? 'UTC' : zone, language)
      return `${times.date(row.at, { year: false })} ${times.entry({ at: row.at, until: row.until, approx: row.approx })}`
    }
    return row.day === null ? t('board.timeUnknown') : formatDay(row.day, language, { year: false })
  }
  if (row.part === 'causes') return t(`terms.causeKind.${row.kind}`)
  if (row.part === 'kptNotes' || row.part === 'kptGroups') return t(`terms.kptColumn.${row.kind}`)
  return t(`importing.parts.${row.part}`)
}
