import { type ColumnMapping, type ColumnRole, columnRoles } from '../columns.ts'
import { isTime } from './cellTimes.ts'
import { namedColumn } from './columnWords.ts'
import { type TableLine, tableLimits } from './parseDelimited.ts'

/** Rows above the header that are looked through for it: a title, the zone, who wrote it. */
const preamble = 10
/** Rows that are looked at to tell a column's content. */
const looked = 50

export interface ChosenColumns {
  /** Index of the header row; null where there is none. */
  header: number | null
  mapping: ColumnMapping
}

/** A table with more of them is none that is read: whoever asks is told afterwards. */
const first = ({ cells }: TableLine): readonly string[] => cells.slice(0, tableLimits.columns)
const named = (row: TableLine): Set<ColumnRole> =>
  new Set(first(row).flatMap((cell) => namedColumn(cell)?.role ?? []))
const holdsTime = (row: TableLine): boolean => first(row).some((cell) => isTime(cell) !== null)

function headerOf(rows: readonly TableLine[]): number | null {
  const head = rows.slice(0, preamble)
  const byName = head.findIndex((row) => {
    const roles = named(row)
    return roles.size >= 2 && (roles.has('time') || roles.has('date') || roles.has('text')) && !holdsTime(row)
  })
  if (byName >= 0) return byName
  const top = rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const row = rows[top]
  if (!row || holdsTime(row)) return null
  // Names that say nothing: above a column of times there is still no time.
  const next = rows.slice(top + 1).find(holdsTime)
  const times = next ? next.cells.findIndex((cell) => isTime(cell) !== null) : -1
  return times >= 0 && (row.cells[times] ?? '').trim() !== '' ? top : null
}

function byNames(header: TableLine): ColumnMapping {
  const mapping: ColumnMapping = {}
  const ranks = new Map<ColumnRole, number>()
  first(header).forEach((cell, i) => {
    const found = namedColumn(cell)
    if (!found || found.rank >= (ranks.get(found.role) ?? Number.POSITIVE_INFINITY)) return
    ranks.set(found.role, found.rank)
    mapping[found.role] = i
  })
  return mapping
}

/** Finds by content what no name said: the times, the links, the words. */
function byContent(body: readonly TableLine[], given: ColumnMapping): ColumnMapping {
  const mapping = { ...given }
  const sample = body.slice(0, looked).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const width = Math.min(tableLimits.columns, Math.max(0, ...sample.map(({ cells }) => cells.length)))
  const free = (i: number): boolean => !Object.values(mapping).includes(i)
  const share = (i: number, is: (cell: string) => boolean): number =>
    sample.filter(({ cells }) => is(cells[i] ?? '')).length / Math.max(1, sample.length)
  const columns = Array.from({ length: width }, (_, i) => i)
  const find = (is: (cell: string) => boolean): number | undefined =>
    columns.find((i) => free(i) && share(i, is) > 0.5)
  if (mapping.time === undefined && mapping.date === undefined) {
    const both = find((cell) => isTime(cell) === 'both')
    const clock = both ?? find((cell) => isTime(cell) === 'clock')
    const date = both === undefined ? find((cell) => isTime(cell) === 'day') : undefined
    if (clock !== undefined) mapping.time = clock
    if (date !== undefined) mapping.date = date
  }
  if (mapping.evidence === undefined) {
    const links = find((cell) => /^\s*(?:https?:\/\/|mailto:)\S+\s*$/i.test(cell.slice(0, 2100)))
    if (links !== undefined) mapping.evidence = links
  }
  if (mapping.text === undefined) {
    const lengths = columns
      .filter((i) => free(i) && share(i, (cell) => isTime(cell) !== null) < 0.5)
      .map((i) => ({ i, length: sample.reduce((sum, { cells }) => sum + (cells[i]?.trim().length ?? 0), 0) }))
      .filter(({ length }) => length > 0)
    const [longest] = lengths.toSorted((a, b) => b.length - a.length)
    if (longest) mapping.text = longest.i
  }
  return mapping
}

/** A mapping from outside, without columns that the table does not have. */
function within(mapping: ColumnMapping, width: number): ColumnMapping {
  const kept: ColumnMapping = {}
  for (const role of columnRoles) {
    const column = mapping[role]
    if (column !== undefined && Number.isInteger(column) && column >= 0 && column < width) kept[role] = column
  }
  return kept
}

export function chooseColumns(rows: readonly TableLine[], given: ColumnMapping | undefined): ChosenColumns {
  const header = headerOf(rows)
  if (given) {
    const width = Math.max(0, ...rows.slice(0, looked).map(({ cells }) => cells.length))
    return { header, mapping: within(given, width) }
  }
  const top = header === null ? undefined : rows[header]
  const body = rows.slice(header === null ? 0 : header + 1)
  return { header, mapping: byContent(body, top ? byNames(top) : {}) }
}
