import { fold } from '../../times/fold.ts'
import { zoneNamedIn } from '../../times/zones.ts'
import { lineOfWords, type Run, type TableBlock, type TableRow, wordsOf } from './blocks.ts'
import { type DayMark, emptyRow, isDayOnly, type Row, saysDay, wholeStamp } from './rows.ts'

type Column = 'date' | 'time' | 'end' | 'event' | 'actor' | 'number' | 'elapsed' | 'other'

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
  const columns = head.map(columnOf)
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
    const dates = table.times.filter((i) => columns[i] === 'date')
    const clocks = table.times.filter((i) => columns[i] === 'time')
    const date = dates[0]
    const time = clocks[0] ?? date
    if (time === undefined) return row
    const end = columns.indexOf('end')
    const joined = date !== undefined && date !== time ? `${cell(date)} ${cell(time)}` : cell(time)
    row.stampText = joined.trim()
    row.links = table.times.flatMap((i) => source.cells[i] ?? [])
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
