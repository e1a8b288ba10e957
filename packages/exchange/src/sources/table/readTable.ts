import {
  boardSnapshotSchema,
  compareTimelineEntries,
  emptySnapshot,
  isDay,
  limits,
  type Problem,
} from '@kintsugi/model'
import { readDay } from '../../times/calendar.ts'
import { fold } from '../../times/fold.ts'
import { zoneNamed, zoneNamedIn } from '../../times/zones.ts'
import type { Columns } from '../columns.ts'
import { fullDatesIn } from '../markdown/gather.ts'
import { shownZone } from '../markdown/incident.ts'
import { suggestMilestones } from '../markdown/milestones.ts'
import { resolveRows } from '../markdown/resolve.ts'
import type { Anchor } from '../markdown/setting.ts'
import type { ReadContext, Reading } from '../source.ts'
import { chooseColumns } from './chooseColumns.ts'
import { makeEntries } from './makeEntries.ts'
import { type TableLine, tableLimits } from './parseDelimited.ts'
import { readRows } from './readRows.ts'

export interface WrittenTable {
  rows: readonly TableLine[]
  delimiter: string
  problems: readonly Problem[]
  format: string
}

const general = (code: string, args: Problem['args'] = {}): Problem => ({ code, line: null, args })
const shownRows = 5
const shownLength = 120
const shorten = (cell: string): string => {
  const words = cell
    .slice(0, 4 * shownLength)
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > shownLength ? `${words.slice(0, shownLength)}…` : words
}

const dayIn = (text: string): string | null => {
  const days = new Set(
    fullDatesIn(text.slice(0, 2000)).map(
      ({ date }) => (date && readDay(date, { near: null, year: null, orders: ['md'] }).day) ?? null,
    ),
  )
  return days.size === 1 ? ([...days][0] ?? null) : null
}

/** Where times without a date belong: what stands above the table, then what was given, then the file's name. */
function anchorOf(above: readonly TableLine[], date: string | null, fileName: string): Anchor {
  for (const { line, cells } of above) {
    const day = dayIn(cells.join(' '))
    if (day !== null) return { day, year: Number(day.slice(0, 4)), line, from: 'document' }
  }
  const named = dayIn(fileName.replace(/_/g, ' '))
  const day = date ?? named
  if (day === null) return { day: null, year: null, line: null, from: null }
  return { day, year: Number(day.slice(0, 4)), line: null, from: date === null ? 'file' : 'given' }
}

const isFilled = ({ cells }: TableLine): boolean => cells.some((cell) => cell.trim() !== '')

/** A table, however it was written, as a timeline. */
export function readTable(table: WrittenTable, context: ReadContext): Reading {
  const { rows, format } = table
  const problems: Problem[] = [...table.problems]
  const nothing = (problem: Problem, columns?: Columns): Reading => ({
    format,
    snapshot: emptySnapshot(),
    problems: [problem, ...problems],
    ...(columns ? { columns } : {}),
  })
  const filled = rows.filter(isFilled)
  if (filled.length === 0) return nothing(general('empty'))
  if (filled.length > limits.itemsPerBoard + 20)
    return nothing(general('tooManyRows', { limit: limits.itemsPerBoard, count: filled.length }))
  const { header, mapping } = chooseColumns(rows, context.mapping)
  const top = header === null ? null : (rows[header] ?? null)
  const above = rows.slice(0, header ?? 0).filter(isFilled)
  const body = rows.slice(header === null ? 0 : header + 1)
  const width = widthOf(top, body)
  if (width > tableLimits.columns)
    return nothing(general('tooManyColumns', { limit: tableLimits.columns, count: width }))
  const columns: Columns = {
    headers: Array.from({ length: width }, (_, i) => shorten(top?.cells[i] ?? '')),
    mapping,
    rows: body
      .filter(isFilled)
      .slice(0, shownRows)
      .map(({ cells }) => cells.slice(0, width).map(shorten)),
  }
  if (mapping.time === undefined && mapping.date === undefined)
    return nothing(general('timeColumnMissing'), columns)
  if (top === null) problems.push(general('headerMissing'))
  for (const { line, cells } of above)
    problems.push({ code: 'aboveHeader', line, args: { text: shorten(cells.join(' ')) } })
  problems.push(...unusedColumns(columns, body))

  const given = context.zone === null ? null : zoneNamed(context.zone)
  if (context.zone !== null && !given) problems.push(general('zoneUnknown', { zone: context.zone }))
  const date = context.date !== null && isDay(context.date) ? context.date : null
  if (context.date !== null && date === null) problems.push(general('dateUnknown', { date: context.date }))
  const delimiter = table.delimiter
  const read = readRows(body, { header: top, mapping, width, delimiter })
  const words = [...above, ...(top ? [top] : [])].map(({ cells }) => cells.join(' ').slice(0, 500)).join('\n')
  const stated = zoneNamedIn(fold(above.map(({ cells }) => cells.join(' ').slice(0, 500)).join('\n')))
  const japanese = /[\u3040-\u30ff]|日時|時刻/.test(
    words +
      read.lines
        .slice(0, 50)
        .map((line) => line.words)
        .join(' '),
  )
  const anchor = anchorOf(above, date, context.fileName)
  const events = [
    { type: 'list' as const, line: body[0]?.line ?? 1, continues: false, zone: null },
    ...read.lines.map(({ row }) => row),
  ]
  const resolution = resolveRows(events, { anchor, stated, given, japanese })
  const dated = new Set(read.lines.flatMap(({ row }) => (row.stamp?.start.date ? [row.line] : [])))
  // Tables are sorted by any column: where a row writes its own day, its place says nothing.
  problems.push(
    ...read.problems,
    ...resolution.problems.filter(({ code, line }) => code !== 'outOfOrder' || !dated.has(line ?? 0)),
  )
  const batch = context.newId()
  const made = makeEntries(resolution.rows, read.lines, { newId: context.newId, batch, format })
  problems.push(...made.problems)
  const { entries } = made
  if (entries.length === 0) problems.push(general('timelineMissing'))
  const assumed = resolution.zones.find(({ origin }) => origin === 'assumed')
  if (assumed) problems.push(general('zoneAssumed', { zone: assumed.zone.name }))
  const firstAt = entries.find(({ at }) => at !== null)?.at ?? null
  const timeZone = shownZone(
    read.epoch ? [] : resolution.zones,
    given,
    firstAt === null ? null : Date.parse(firstAt),
  )
  const suggested = mapping.milestone === undefined ? suggestMilestones(entries) : entries
  const snapshot = boardSnapshotSchema.parse({
    incident: { timeZone },
    timeline: suggested.toSorted(compareTimelineEntries),
  })
  return { format, snapshot, problems: inOrder(problems), columns }
}

/** Columns of the header; without one, those that most rows have. */
function widthOf(top: TableLine | null, body: readonly TableLine[]): number {
  if (top) return top.cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const counts = new Map<number, number>()
  for (const { cells } of body.filter(isFilled)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Columns with words in them that no role takes. */
function unusedColumns({ headers, mapping }: Columns, body: readonly TableLine[]): Problem[] {
  const used = new Set<number | undefined>(Object.values(mapping))
  const left = headers.flatMap((name, i) =>
    !used.has(i) && body.some(({ cells }) => (cells[i] ?? '').trim() !== '') ? [name || `${i + 1}`] : [],
  )
  if (left.length === 0) return []
  const shown = left.slice(0, 5).join(', ')
  return [general('columnsUnused', { count: left.length, names: left.length > 5 ? `${shown}, …` : shown })]
}

/** By line, those about the whole table first; each said once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}
