import type { Problem } from '@kintsugi/model'
import { fold } from '../../times/fold.ts'
import type { WrittenZone } from '../../times/zones.ts'
import { zoneNamedIn } from '../../times/zones.ts'
import type { ColumnMapping, ColumnRole } from '../columns.ts'
import { problemAt } from '../markdown/clockwork.ts'
import { emptyRow, type Row } from '../markdown/rows.ts'
import { readCells } from './cellTimes.ts'
import type { TableLine } from './parseDelimited.ts'

export interface EventLine {
  row: Row
  source: TableLine
  /** Cell of a role; empty where no column has it. */
  cell: (role: ColumnRole) => string
  words: string
}
export interface RowsRead {
  lines: EventLine[]
  problems: Problem[]
  /** All times are counted since 1970 and name no zone. */
  epoch: boolean
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no text shows
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f]/g
const clean = (cell: string): string => cell.replace(unseen, '').trim()
/** An apostrophe before a sign that would begin a formula: how exports keep spreadsheets from running a cell. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@\t])/, '')

const blank = (row: TableLine): boolean => row.cells.every((cell) => cell.trim() === '')
const roughName = /概算|およそ|approx|estimat|rough/i

export interface TableShape {
  header: TableLine | null
  mapping: ColumnMapping
  /** Columns that a row has. */
  width: number
  delimiter: string
}

/** Records → rows of a timeline, each cell where its role is read. */
export function readRows(body: readonly TableLine[], shape: TableShape): RowsRead {
  const { header, mapping, width, delimiter } = shape
  const problems: Problem[] = []
  const name = (role: ColumnRole): string => {
    const column = mapping[role]
    return column === undefined ? '' : (header?.cells[column] ?? '')
  }
  const zone: WrittenZone | null =
    zoneNamedIn(fold(name('time').slice(0, 80))) ?? zoneNamedIn(fold(name('date').slice(0, 80)))
  const rough = roughName.test(name('time'))
  const head = header?.cells.join('\u0001')
  const lastMapped = Math.max(...Object.values(mapping))
  let counted = 0
  const lines = body.flatMap((source): EventLine[] => {
    // The header again, where several exports stand in one file.
    if (blank(source) || source.cells.join('\u0001') === head) return []
    const used = source.cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (used > width || source.cells.length <= lastMapped)
      problems.push(problemAt(source.line, 'rowRagged', { count: source.cells.length, expected: width }))
    const cell = (role: ColumnRole): string => {
      const column = mapping[role]
      return column === undefined ? '' : clean(source.cells[column] ?? '')
    }
    const time = readCells({ date: cell('date'), time: cell('time'), end: cell('end') })
    const extra = source.cells
      .slice(width)
      .map(clean)
      .filter((more) => more !== '')
    const words = [unguarded(cell('text')), ...extra].join(delimiter === '\t' ? ' ' : `${delimiter} `)
    const row = emptyRow(source.line)
    row.stamp = time.stamp
    row.stampText = time.text
    row.zone = time.epoch ? null : zone
    row.rough = rough
    if (time.epoch) counted++
    if (words.trim() === '') problems.push(problemAt(source.line, 'textMissing'))
    return [{ row, source, cell, words: words.trim() }]
  })
  return { lines, problems, epoch: counted > 0 && counted === lines.length }
}
