import { Temporal } from 'temporal-polyfill'
import type { DateReading, WrittenDate } from './date.ts'
import type { WrittenZone } from './zones.ts'

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

const two = (n: number): string => String(n).padStart(2, '0')
export const dayOf = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`

export interface LocalTime {
  day: string
  hour: number
  minute: number
  second: number
  millisecond: number
}
export interface Placed {
  epochMs: number
  /** `skipped`: the clocks jumped over it; `twice`: it came twice, the first is taken. */
  doubt: 'skipped' | 'twice' | null
}

/** A wall clock's time in a zone → its instant. */
export function placeIn(zoneId: string, local: LocalTime): Placed {
  const plain = Temporal.PlainDate.from(local.day).toPlainDateTime({
    hour: local.hour,
    minute: local.minute,
    second: local.second,
    millisecond: local.millisecond,
  })
  const earlier = plain.toZonedDateTime(zoneId, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(zoneId, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { epochMs: earlier.epochMilliseconds, doubt: null }
  const exists = earlier.toPlainDateTime().equals(plain)
  return exists
    ? { epochMs: earlier.epochMilliseconds, doubt: 'twice' }
    : { epochMs: later.epochMilliseconds, doubt: 'skipped' }
}

/** The wall clock's day in a zone at an instant. */
export function dayIn(zoneId: string, epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zoneId).toPlainDate().toString()
}
export function minuteOfDayIn(zoneId: string, epochMs: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zoneId)
  return local.hour * 60 + local.minute + local.second / 60
}

/** Whether the place's clocks stood on the other half of the year: `CET` written for a day in July. */
export function outOfSeason(zone: WrittenZone, epochMs: number): boolean {
  if (zone.season === null || zone.place === null) return false
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs)
  return at.toZonedDateTimeISO(zone.place).offset !== at.toZonedDateTimeISO(zone.id).offset
}

export interface DateContext {
  /** A day that the date should be near: the day in force, or the incident's. */
  near: string | null
  year: number | null
  /** Month before day where both are possible. */
  monthFirst: boolean
}
export type DayRead =
  | { day: string; corrected: string | null; guessedYear: boolean }
  | { day: null; why: 'dateUnreadable' | 'dateAmbiguous' | 'dateNeeded'; candidates: string[] }

const withinDays = 60
const distance = (day: string, near: string): number => Math.abs(daysBetween(near, day))

function daysOf(reading: DateReading, context: DateContext): string[] {
  if (reading.day === null) return []
  const base = context.near === null ? context.year : Number(context.near.slice(0, 4))
  const years = reading.year !== null ? [reading.year] : base === null ? [] : [base - 1, base, base + 1]
  const possible = years
    .filter(
      (year) =>
        reading.month !== 2 || reading.day !== 29 || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0,
    )
    .map((year) => dayOf(year, reading.month, reading.day ?? 1))
  if (reading.year !== null) return possible
  const { near } = context
  if (near === null) return possible.filter((day) => day.startsWith(String(base)))
  return possible.toSorted((a, b) => distance(a, near) - distance(b, near)).slice(0, 1)
}

/** Chooses the one day that a written date means; null with the reason where that would be a guess. */
export function readDay(date: WrittenDate, context: DateContext): DayRead {
  const fail = (
    why: 'dateUnreadable' | 'dateAmbiguous' | 'dateNeeded',
    candidates: string[] = [],
  ): DayRead => ({
    day: null,
    why,
    candidates,
  })
  if (date.unreadable || date.readings.every((one) => one.day === null)) return fail('dateUnreadable')
  const candidates = [...new Set(date.readings.flatMap((one) => daysOf(one, context)))]
  if (candidates.length === 0) return fail('dateNeeded')
  const guessedYear = date.readings.every((one) => one.year === null)
  const chosen = (day: string): DayRead => ({ day, corrected: date.mistyped ? date.text : null, guessedYear })
  const [first] = candidates
  if (candidates.length === 1 && first !== undefined && !date.mistyped) return chosen(first)
  const { near } = context
  if (near !== null) {
    const close = candidates.filter((day) => distance(day, near) <= withinDays)
    if (close.length === 1 && close[0] !== undefined) return chosen(close[0])
    if (close.length > 1 && date.mistyped) return fail('dateAmbiguous', close)
    if (close.length > 1 && !context.monthFirst) {
      const [best, next] = close.toSorted((a, b) => distance(a, near) - distance(b, near))
      // Far nearer than the other reading: 24/07/25 the day after 2025-07-23.
      if (best !== undefined && next !== undefined && distance(best, near) * 5 + 2 < distance(next, near))
        return chosen(best)
      return fail('dateAmbiguous', close)
    }
  }
  if (context.monthFirst && !date.mistyped && first !== undefined) return chosen(first)
  return fail(date.mistyped ? 'dateUnreadable' : 'dateAmbiguous', candidates)
}

/** A zone's offset from UTC at an instant, `+09:00`. */
export function offsetAt(zoneId: string, epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zoneId).offset
}
