import type { Problem } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { useEffect, useState } from 'react'
import { keyed } from '../app/keyed.ts'
import { useWords } from '../app/wordsContext.tsx'
import type { Summary } from './reader/messages.ts'
import type { Reader } from './reader/openReader.ts'

const atOnce = 50

export interface ProblemListProps {
  reader: Reader
  summary: Summary
  explain: (problem: unknown) => string
}

/** What could not be read, in sight; mere remarks folded away below. */
export function ProblemList({ reader, summary, explain }: ProblemListProps) {
  const { t } = useWords()
  const { lost, notes } = summary.problems
  return (
    <>
      {lost > 0 && (
        <div className="k-problems" role="note" data-testid="import-lost">
          <p>{t('importing.lost', { count: lost })}</p>
          <Problems reader={reader} summary={summary} weight="lost" total={lost} explain={explain} />
        </div>
      )}
      {notes > 0 && (
        <details className="k-import-notes" data-testid="import-notes">
          <summary>{t('importing.notes', { count: notes })}</summary>
          <Problems reader={reader} summary={summary} weight="notes" total={notes} explain={explain} />
        </details>
      )}
    </>
  )
}

function Problems({
  reader,
  summary,
  weight,
  total,
  explain,
}: ProblemListProps & { weight: 'lost' | 'notes'; total: number }) {
  const { t } = useWords()
  const [shown, setShown] = useState<readonly Problem[]>([])
  const [most, setMost] = useState(atOnce)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading has other problems
  useEffect(() => {
    let left = false
    reader.ask({ ask: 'problems', weight, from: 0, to: most }).then(
      (problems) => !left && setShown(problems),
      // The reader has broken down: reading again, or importing, says so. How many there are stands above.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [reader, summary, weight, most])
  // The same may be told twice.
  const keys = keyed(shown.map(({ line, code, args }) => JSON.stringify([line, code, args])))
  return (
    <>
      <ul>
        {shown.map((problem, at) => (
          <li key={keys[at]?.key}>
            {problem.line !== null && <b>{t('importing.line', { line: problem.line })}</b>} {explain(problem)}
          </li>
        ))}
      </ul>
      {total > most && (
        <Button look="quiet" onClick={() => setMost(most + atOnce * 4)}>
          {t('importing.more', { n: total - most })}
        </Button>
      )}
    </>
  )
}
