import { plainTextOf } from '@kintsugi/model'
import type { ImportPreview } from '@kintsugi/protocol'
import { timesIn } from '@kintsugi/words'
import { useWords } from '../app/wordsContext.tsx'

const parts = [
  ['timeline', 'entries'],
  ['causes', 'causes'],
  ['kptNotes', 'notes'],
  ['actions', 'actions'],
  ['people', 'people'],
] as const
/** So many lines are shown; the rest is counted. */
const shown = 60

export function newItems({ snapshot, duplicates }: ImportPreview): number {
  const known = new Set(duplicates)
  return parts.reduce((sum, [part]) => sum + snapshot[part].filter((item) => !known.has(item.id)).length, 0)
}

/** What an import would bring, what the board has already, and what could not be read. */
export function ImportPreviewList({
  preview,
  explain,
}: {
  preview: ImportPreview
  explain: (p: unknown) => string
}) {
  const { t, language } = useWords()
  const { snapshot, duplicates, problems } = preview
  const known = new Set(duplicates)
  const times = timesIn(snapshot.incident.timeZone, language)
  const entries = snapshot.timeline.filter((entry) => !known.has(entry.id))
  const base = entries.find((entry) => entry.at !== null)?.at ?? undefined
  return (
    <div className="flex flex-col gap-4" data-testid="import-preview-list">
      <dl className="k-counts">
        {parts.map(([part, name]) => {
          const count = snapshot[part].filter((item) => !known.has(item.id)).length
          return (
            count > 0 && (
              <div key={part}>
                <dd>{count}</dd>
                <dt>{t(`dialogs.import.${name}`)}</dt>
              </div>
            )
          )
        })}
      </dl>
      {newItems(preview) === 0 && <p className="text-soft">{t('dialogs.import.nothingNew')}</p>}
      {entries.length > 0 && (
        <ol className="k-preview">
          {entries.slice(0, shown).map((entry) => (
            <li key={entry.id}>
              <time>
                {entry.at
                  ? times.entry({ at: entry.at, until: entry.until, approx: entry.approx }, base)
                  : t('board.timeUnknown')}
              </time>
              <span>{plainTextOf(entry.text).split('\n')[0]}</span>
              {entry.milestone && (
                <span className="k-tag k-tag-milestone" data-suggested={entry.milestone.suggested}>
                  {t(`terms.milestone.${entry.milestone.name}`)}
                  {entry.milestone.suggested && '?'}
                </span>
              )}
            </li>
          ))}
          {entries.length > shown && <li>{t('dialogs.import.more', { n: entries.length - shown })}</li>}
        </ol>
      )}
      {entries.some((entry) => entry.milestone?.suggested) && (
        <p className="k-hint">{t('dialogs.import.suggested')}</p>
      )}
      {duplicates.length > 0 && (
        <p className="text-[13px] text-soft">
          {t('dialogs.import.duplicates', { count: duplicates.length })}
        </p>
      )}
      {problems.length > 0 && (
        <div className="k-problems" role="note">
          <p>{t('dialogs.import.problems', { count: problems.length })}</p>
          <ul>
            {problems.slice(0, shown).map((problem) => (
              <li key={`${problem.line} ${problem.code} ${JSON.stringify(problem.args)}`}>
                {problem.line !== null && <b>{t('dialogs.import.line', { line: problem.line })}</b>}{' '}
                {explain(problem)}
              </li>
            ))}
            {problems.length > shown && <li>{t('dialogs.import.more', { n: problems.length - shown })}</li>}
          </ul>
        </div>
      )}
    </div>
  )
}
