import { CalendarDateTime, parseAbsolute, toZoned } from '@internationalized/date'
import { type Instant, toInstant } from '@kintsugi/model'

const two = (n: number): string => String(n).padStart(2, '0')

/** `2026-04-18 22:30` on the clock of a zone. */
export function momentIn(at: Instant, zone: string): string {
  const { year, month, day, hour, minute } = parseAbsolute(at, zone)
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

/** The instant that was typed, in full or half width; null for nothing, undefined for what is no time. */
export function typedMoment(text: string, zone: string): Instant | null | undefined {
  const folded = text.normalize('NFKC').trim()
  if (folded === '') return null
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2})[:時](\d{2})分?$/.exec(folded)
  if (!found) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number)
  if (hour > 23 || minute > 59) return undefined
  const local = new CalendarDateTime(year, month, day, hour, minute)
  // The calendar moves 31 April to the 30th; what was typed is then no day.
  if (local.month !== month || local.day !== day) return undefined
  return toInstant(toZoned(local, zone).toDate().getTime())
}
