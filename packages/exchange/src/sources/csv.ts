import { emptySnapshot } from '@kintsugi/model'
import type { ReadContext, Reading, Source } from './source.ts'
import { chooseColumns } from './table/chooseColumns.ts'
import { headOf, parseDelimited, refusal, tidied } from './table/parseDelimited.ts'
import { readTable } from './table/readTable.ts'

const format = 'csv'

/** Records that are surely something else: JSON, Markdown's tables and headings, HTML. */
const other = /^\s*(?:[{[]\s*["{\]]|<|\||#{1,6} |---\s*$|```)/

/** A text whose records have as many cells each, and a column of times. */
function detect(text: string, fileName: string): number {
  const head = headOf(tidied(text.slice(0, 40_000)))
  const named = /\.(?:csv|tsv|tab)$/i.test(fileName)
  if (head.trim() === '' || refusal(head) !== null || (other.test(head) && !named)) return 0
  const { rows, delimiter } = parseDelimited(head)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const { header, mapping } = chooseColumns(rows, undefined)
  const timed = mapping.time !== undefined || mapping.date !== undefined
  const told = timed && mapping.text !== undefined
  if (named) return told ? 0.97 : 0.6
  const counts = filled.slice(header ?? 0).map(({ cells }) => cells.length)
  const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
  const even = counts.filter((count) => count === usual).length / Math.max(1, counts.length)
  // Commas stand in sentences and log lines too; tabs seldom do.
  const least = delimiter === '\t' || header !== null ? 2 : 3
  if (!told || filled.length < 2 || usual < least || even < 0.7) return 0
  return header !== null ? 0.9 : 0.7
}

/** A table as comma-, tab-, semicolon- or bar-separated text: a file, or cells pasted from a spreadsheet. */
export function readCsv(raw: string, context: ReadContext): Reading {
  const refused = refusal(raw)
  if (refused) return { format, snapshot: emptySnapshot(), problems: [refused] }
  return readTable({ ...parseDelimited(tidied(raw)), format }, context)
}

export const csvSource = { format, detect, read: readCsv } satisfies Source
