import { useEffect, useRef, useState } from 'react'
import type { Row, Summary } from './reader/messages.ts'
import type { Reader } from './reader/openReader.ts'

/** Rows kept at hand: far more than are in sight, far fewer than a long chat has. */
const mostKept = 3000

/** The rows in sight, fetched from the reader as they come into it. */
export function useRows(
  reader: Reader,
  summary: Summary,
  wanted: readonly number[],
): ReadonlyMap<number, Row> {
  const [kept, setKept] = useState<{ of: Summary; rows: ReadonlyMap<number, Row> }>({
    of: summary,
    rows: new Map(),
  })
  const asked = useRef<{ of: Summary; indices: Set<number> }>({ of: summary, indices: new Set() })
  useEffect(() => {
    if (asked.current.of !== summary) asked.current = { of: summary, indices: new Set() }
    const { indices } = asked.current
    const missing = wanted.filter((index) => !indices.has(index))
    if (missing.length === 0) return
    for (const index of missing) indices.add(index)
    reader.ask({ ask: 'rows', indices: missing }).then(
      (rows) =>
        setKept((before) => {
          const fits = before.of === summary && before.rows.size < mostKept
          if (!fits && before.of === summary) asked.current.indices = new Set(missing)
          return {
            of: summary,
            rows: new Map([...(fits ? before.rows : []), ...rows.map((row) => [row.index, row] as const)]),
          }
        }),
      // The reader has broken down: whoever asks it for more, or imports, is told. Asked for again, these may come.
      () => {
        for (const index of missing) indices.delete(index)
      },
    )
  }, [reader, summary, wanted])
  return kept.of === summary ? kept.rows : none
}
const none: ReadonlyMap<number, Row> = new Map()
