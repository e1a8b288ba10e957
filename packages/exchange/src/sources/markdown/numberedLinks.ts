import type { ItemId, Link, TimelineEntry } from '@kintsugi/model'
import type { ActionsRead } from './actions.ts'
import type { NumberedCause } from './causeTable.ts'
import type { ResolvedRow } from './resolve.ts'

/** Entries by the number their row carries. */
export function numbersOf(
  rows: readonly ResolvedRow[],
  entries: readonly TimelineEntry[],
): ReadonlyMap<string, ItemId> {
  const byLine = new Map(rows.map(({ row }) => [row.line, row.number]))
  return new Map(
    entries.flatMap(({ id, source }) => {
      const number = byLine.get(source?.line ?? 0)
      return number ? [[number, id]] : []
    }),
  )
}

/** Links that tables tell by numbers, across the chapters of a document. */
export function numberedLinks(
  causes: readonly NumberedCause[],
  entries: ReadonlyMap<string, ItemId>,
  answers: ActionsRead['answers'],
): Link[] {
  const ids = new Map(causes.map(({ number, cause }) => [number, cause.id]))
  const evidence = causes.flatMap(({ cause, evidence: numbers }) =>
    numbers.flatMap((number): Link[] => {
      const from = entries.get(number)
      return from === undefined ? [] : [{ kind: 'evidence', from, to: cause.id }]
    }),
  )
  const answered = answers.flatMap(({ actionId, numbers }) =>
    numbers.flatMap((number): Link[] => {
      const to = ids.get(number)
      return to === undefined ? [] : [{ kind: 'answers', from: actionId, to }]
    }),
  )
  return [...evidence, ...answered]
}
