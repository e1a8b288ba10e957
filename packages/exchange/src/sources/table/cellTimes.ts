import { fold } from '../../times/fold.ts'
import type { Stamp } from '../../times/stamp.ts'
import { saysDay, wholeStamp } from '../markdown/rows.ts'

const dayMs = 24 * 3600_000
/** Day 0 of Excel's and Sheets' count. */
const serialZero = Date.UTC(1899, 11, 30)
/** Whole seconds are stored as fractions of a day that miss them by a little. */
const nearSecond = (ms: number): number => {
  const second = Math.round(ms / 1000) * 1000
  return Math.abs(ms - second) <= 20 ? second : Math.round(ms)
}

/** A spreadsheet's number for a local day and time, 1954–2119: `45765.9`. */
function serialSpelled(number: number): string {
  const [day = '', clock = ''] = new Date(serialZero + nearSecond(number * dayMs)).toISOString().split('T')
  const time = clock.replace(/(?:\.000)?Z$/, '')
  return Number.isInteger(number) ? day : `${day} ${time}`
}
/** A share of a day for a clock time: `0.9078`. */
const fractionSpelled = (number: number): string =>
  new Date(nearSecond(number * dayMs))
    .toISOString()
    .slice(11)
    .replace(/(?:\.000)?Z$/, '')

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their size: 2001 to 2128. */
function epochSpelled(digits: string, fraction: string): string | null {
  const scale = { 10: 1000, 13: 1, 16: 1e-3, 19: 1e-6 }[digits.length]
  if (scale === undefined) return null
  const ms = Math.floor(Number(`${digits}${fraction === '' ? '' : `.${fraction}`}`) * scale)
  return ms >= 1e12 && ms < 5e12 ? new Date(ms).toISOString() : null
}

/** A time as spreadsheets, databases and logs write it, in a form that people write. Other words stay as they are. */
export function spelledOut(cell: string): { text: string; epoch: boolean } {
  const text = fold(cell.slice(0, 200))
    .replace(/[\f\v\n\t]/g, ' ')
    .trim()
  const plain = (spelled: string) => ({ text: spelled, epoch: false })
  const number = /^(\d+)(?:[.,](\d+))?$/.exec(text)
  if (number) {
    const [, whole = '', fraction = ''] = number
    const value = Number(`${whole}.${fraction || '0'}`)
    if (/^\d{5}$/.test(whole) && value >= 20_000 && value < 80_000) return plain(serialSpelled(value))
    if (whole === '0' && fraction.length > 2) return plain(fractionSpelled(value))
    const epoch = epochSpelled(whole, fraction)
    if (epoch) return { text: epoch, epoch: true }
  }
  const compact = /^(20\d{2})(\d{2})(\d{2})[T_ -]?(\d{2})(\d{2})(\d{2})?(Z)?$/.exec(text)
  if (compact) {
    const [, year, month, day, hour, minute, second = '00', zulu = ''] = compact
    return plain(`${year}-${month}-${day}T${hour}:${minute}:${second}${zulu}`)
  }
  return plain(
    text
      // A clock time that a spreadsheet shows with its day 0.
      .replace(/^(?:1899[-/]12[-/]30|1900[-/]0?1[-/]0?0)[ T]+/, '')
      // PostgreSQL's `+00`.
      .replace(/(:\d{2}(?:\.\d+)?)([+-]\d{2})$/, '$1$2:00'),
  )
}

/** The day of a cell that shows it with a midnight of no meaning: `2026/04/18 0:00:00` beside a time column. */
const dayOnly = (text: string): string => text.replace(/[ T]0?0:00(?::00)?(?:\.0+)?$/, '')

export interface TimeCells {
  date: string
  time: string
  end: string
}
export interface CellTime {
  stamp: Stamp | null
  /** What stands where the time should be. */
  text: string
  /** Counted since 1970: it names no zone that anybody reads. */
  epoch: boolean
}

export function readCells(cells: TimeCells): CellTime {
  const [date, time, end] = [spelledOut(cells.date), spelledOut(cells.time), spelledOut(cells.end)]
  const own = time.text === '' ? null : wholeStamp(time.text)
  const whole = own !== null && own.start.date !== null
  const start =
    time.text === ''
      ? date.text
      : whole || date.text === ''
        ? time.text
        : `${dayOnly(date.text)} ${time.text}`
  const spans = end.text !== '' && end.text !== start && end.text !== time.text
  const text = start.trim()
  return {
    stamp: text === '' ? null : wholeStamp(spans ? `${text} 〜 ${end.text}` : text),
    text,
    epoch: time.epoch || (time.text === '' && date.epoch),
  }
}

/** Whether a cell is a time and nothing else. */
export function isTime(cell: string): 'day' | 'clock' | 'both' | null {
  if (cell.length > 80 || !/\d/.test(cell)) return null
  const { text } = spelledOut(cell)
  const stamp = wholeStamp(text)
  if (stamp?.remark !== '' || stamp.end < text.length) return null
  const { start } = stamp
  const dated = saysDay(start) && start.date?.unreadable !== true
  if (start.clock) return dated ? 'both' : 'clock'
  return dated && start.date?.readings.some((one) => one.day !== null) ? 'day' : null
}
