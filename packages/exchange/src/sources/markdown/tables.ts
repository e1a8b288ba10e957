import { fold } from '../../times/fold.ts'
import { zoneNamedIn } from '../../times/zones.ts'
import { entryCertaintyNamed, entryKindNamed, milestoneNamed } from '../termsNamed.ts'
import { lineOfWords, type Run, type TableBlock, type TableRow, wordsOf } from './blocks.ts'
import { type DayMark, emptyRow, isDayOnly, type Row, saysDay, wholeStamp } from './rows.ts'

type Column =
  | 'date'
  | 'time'
  | 'end'
  | 'event'
  | 'actor'
  | 'number'
  | 'elapsed'
  | 'kind'
  | 'milestone'
  | 'certainty'
  | 'evidence'
  | 'other'

const columnNames: [Column, RegExp][] = [
  ['number', /^(?:#|no\.?|id|番号|項番)$/i],
  ['elapsed', /elapsed|duration|^t\+|経過|所要/i],
  ['end', /^(?:end|until|to|finish(?:ed)?|終了|終了時刻|終了日時|end time|まで)\b/i],
  ['date', /^(?:date|day|日付|月日|年月日|日)(?:\s*\(.*\))?$/i],
  [
    'time',
    /\btimes?\b|timestamp|date ?\/? ?time|\bwhen\b|^start|^from$|時刻|時間|日時|開始|^(?:utc|jst|gmt|cet|cest|bst|[pmce][sd]t)\b|^date\b/i,
  ],
  [
    'actor',
    /^(?:who|actor|person|role|by|owner|responder|author|team|担当|担当者|対応者|実施者|主体|誰が?|役割)/i,
  ],
  [
    'event',
    /event|description|what|details?|activity|action|notes?|update|message|happen|comment|イベント|内容|事象|出来事|対応|作業|概要|状況|経緯|アクション|説明/i,
  ],
]
/** Columns with a vocabulary of their own: taken for one only where every cell is of it. */
const closed: [Column, RegExp, (cell: Run[]) => boolean][] = [
  ['kind', /^(?:種別|種類|kind|type)$/i, (cell) => entryKindNamed(lineOfWords(cell)) !== null],
  ['milestone', /^(?:節目|マイルストーン|milestone)$/i, (cell) => milestoneNamed(lineOfWords(cell)) !== null],
  [
    'certainty',
    /^(?:確度|確からしさ|certainty)$/i,
    (cell) => entryCertaintyNamed(lineOfWords(cell)) !== null,
  ],
  ['evidence', /^(?:根拠|証跡|リンク|evidence|links?)$/i, isLinks],
]
function isLinks(cell: Run[]): boolean {
  return cell.every(({ text, marks }) => text.trim() === '' || marks.some(({ type }) => type === 'link'))
}
function closedColumn(title: string, cells: readonly Run[][]): Column | undefined {
  const told = cells.filter((cell) => lineOfWords(cell) !== '')
  return closed.find(([, pattern, fits]) => pattern.test(title) && told.length > 0 && told.every(fits))?.[0]
}

const columnOf = (title: string): Column =>
  columnNames.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other'

export interface TimeTable {
  columns: Column[]
  head: string[]
  body: TableRow[]
  times: number[]
}

const stampsIn = (rows: readonly TableRow[], column: number): number =>
  rows.filter((row) => {
    const stamp = wholeStamp(fold(lineOfWords(row.cells[column] ?? [])))
    return stamp !== null && (stamp.start.clock !== null || saysDay(stamp.start))
  }).length

/** A table whose rows are events in time: a time column (told by its header or, unless `named`, its content) and one for the event. */
export function timeTable(table: TableBlock, named = false): TimeTable | null {
  const [header, ...body] = table.rows
  if (!header || body.length === 0) return null
  const head = header.cells.map((cell) => fold(lineOfWords(cell)))
  const columns = head.map(
    (title, i) =>
      closedColumn(
        title,
        body.map((row) => row.cells[i] ?? []),
      ) ?? columnOf(title),
  )
  const isTime = (column: Column) => column === 'time' || column === 'date'
  if (!columns.some(isTime)) {
    // Outside a timeline, a column that only happens to hold times makes a table of facts.
    if (named) return null
    const found = columns.findIndex((_, i) => stampsIn(body, i) * 2 >= body.length)
    if (found < 0) return null
    columns[found] = 'time'
  }
  // A column may be called "time" and hold durations: its cells decide, unless they are all placeholders.
  const times = columns.flatMap((column, i) => (isTime(column) ? [i] : []))
  if (times.every((i) => stampsIn(body, i) === 0)) return null
  if (!columns.includes('event')) {
    const rest = columns.lastIndexOf('other')
    if (rest < 0) return null
    columns[columns.indexOf('other')] = 'event'
  }
  return { columns, head, body, times }
}

const join = (cells: Run[][]): Run[] =>
  cells
    .filter((cell) => lineOfWords(cell) !== '')
    .flatMap((cell, i) => (i > 0 ? [{ text: ' — ', marks: [] }, ...cell] : cell))

const roughHeader = /概算|およそ|approx|estimat|rough/i

export function tableRows(table: TimeTable): (Row | DayMark)[] {
  const { columns, head } = table
  const zones = head.map((title) => zoneNamedIn(title))
  return table.body.map((source) => {
    const cell = (i: number): string => fold(wordsOf(source.cells[i] ?? [])).replace(/[\f\v\n]/g, ' ')
    const row = emptyRow(source.line)
    const pick = (wanted: Column): Run[][] => source.cells.filter((_, i) => columns[i] === wanted)
    row.runs = join([...pick('event'), ...pick('other')])
    row.actor = pick('actor').map(lineOfWords).join(', ').slice(0, 100)
    row.number = pick('number').map(lineOfWords)[0] ?? ''
    const said = (column: Column): string => pick(column).map(lineOfWords).join(' ')
    row.kind = entryKindNamed(said('kind'))
    row.milestone = milestoneNamed(said('milestone'))
    row.certainty = entryCertaintyNamed(said('certainty'))
    const dates = table.times.filter((i) => columns[i] === 'date')
    const clocks = table.times.filter((i) => columns[i] === 'time')
    const date = dates[0]
    const time = clocks[0] ?? date
    if (time === undefined) return row
    const end = columns.indexOf('end')
    const joined = date !== undefined && date !== time ? `${cell(date)} ${cell(time)}` : cell(time)
    row.stampText = joined.trim()
    row.links = [...table.times.flatMap((i) => source.cells[i] ?? []), ...pick('evidence').flat()]
    row.stamp = wholeStamp(end >= 0 && cell(end).trim() !== '' ? `${joined} 〜 ${cell(end)}` : joined)
    row.zone = zones[time] ?? null
    row.rough = roughHeader.test(head[time] ?? '')
    const second = clocks[1]
    const twin = second === undefined ? null : wholeStamp(cell(second))
    if (second !== undefined && twin?.start.clock) row.twin = { stamp: twin, zone: zones[second] ?? null }
    if (row.runs.length === 0 && row.stamp && isDayOnly(row.stamp)) {
      return { type: 'day', line: row.line, moment: row.stamp.start, text: row.stampText }
    }
    return row
  })
}
