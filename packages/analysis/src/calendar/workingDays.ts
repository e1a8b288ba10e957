import { type Day, type Instant, toInstant } from '@kintsugi/model'
import { zoneOffset } from '../layout/timeTicks.ts'
import { japaneseHoliday } from './holidays.ts'

const dayMs = 86_400_000
const minuteMs = 60_000
/** Zones in whose offices Japanese holidays are kept. */
const japan: ReadonlySet<string> = new Set(['Asia/Tokyo', 'Japan'])

export type DayOff =
  | { kind: 'weekend' }
  | { kind: 'holiday'; ja: string; en: string }
  /** 年末年始: 29 December to 3 January. */
  | { kind: 'yearEnd' }

/** First and last day that can be written. */
const [firstDay, lastDay] = ['0000-01-01', '9999-12-31']

/** The day in UTC. Beyond the days that can be written it is the last of them: whoever walks the calendar comes to its end. */
function dayOf(epochMs: number): Day {
  const iso = new Date(epochMs).toISOString()
  if (/^\d/.test(iso)) return iso.slice(0, 10)
  return epochMs < 0 ? firstDay : lastDay
}

/** When it is on the clocks of a zone: the day, and the minute of that day. */
export function localTime(at: Instant, zone: string): { day: Day; minute: number } {
  const local = Date.parse(at) + zoneOffset(zone, Date.parse(at))
  const minute = Math.floor((((local % dayMs) + dayMs) % dayMs) / minuteMs)
  return { day: dayOf(local), minute }
}

/** The instant at which the zone's clock shows this. A time that daylight saving skips is the one an hour later. */
export function instantOf(day: Day, minute: number, zone: string): Instant {
  const local = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs
  const guess = local - zoneOffset(zone, local)
  const at = local - zoneOffset(zone, guess)
  const isSkipped = at + zoneOffset(zone, at) !== local
  return toInstant(isSkipped ? Math.max(at, guess) : at)
}

export function dayAfter(day: Day, by = 1): Day {
  return dayOf(Date.parse(`${day}T12:00:00Z`) + by * dayMs)
}

/** Why nobody works on this day; undefined for a working day. Holidays are Japan's, and kept in Japan's zone only. */
export function dayOff(day: Day, zone: string): DayOff | undefined {
  if (japan.has(zone)) {
    const holiday = japaneseHoliday(day)
    if (holiday) return { kind: 'holiday', ...holiday }
    const monthAndDay = day.slice(5)
    if (monthAndDay >= '12-29' || monthAndDay <= '01-03') return { kind: 'yearEnd' }
  }
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? { kind: 'weekend' } : undefined
}

/** The first working day after this one; with `count`, the one that many working days later. */
export function nextWorkingDay(day: Day, zone: string, count = 1): Day {
  let found = day
  for (let left = count; left > 0 && found < lastDay; ) {
    found = dayAfter(found)
    if (!dayOff(found, zone)) left -= 1
  }
  return found
}

/** A span longer than ten years is a slip of the pen; no day of it is looked at. */
const longestSpan = 3660

/** Working days after `from` up to and with `to`; none where `to` is not later, about five a week where it is years away. */
export function workingDaysBetween(from: Day, to: Day, zone: string): number {
  const span = (Date.parse(to) - Date.parse(from)) / dayMs
  if (span > longestSpan) return Math.round((span * 5) / 7)
  let count = 0
  for (let day = from; day < to; ) {
    day = dayAfter(day)
    if (!dayOff(day, zone)) count += 1
  }
  return count
}

const [opening, closing] = [9 * 60, 18 * 60]
export type OffTime = DayOff | { kind: 'night' }
/** Why this is no time to meet: a day off, or outside 9:00–18:00; undefined within working hours. */
export function offTime(at: Instant, zone: string): OffTime | undefined {
  const { day, minute } = localTime(at, zone)
  return dayOff(day, zone) ?? (minute < opening || minute >= closing ? { kind: 'night' } : undefined)
}
