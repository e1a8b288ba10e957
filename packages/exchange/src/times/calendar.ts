import { Temporal } from 'temporal-polyfill'
import type { DateOrder, DateReading, WrittenDate } from './date.ts'
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
  /** Orders of numbers that the document is known to use; empty where nothing tells. */
  orders: readonly DateOrder[]
}
export type DayRead =
  | { day: string; corrected: string | null }
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
  const usual = date.readings.filter(({ order }) => order !== null && context.orders.includes(order))
  const readings = usual.length > 0 ? usual : date.readings
  const candidates = [...new Set(readings.flatMap((one) => daysOf(one, context)))]
  if (candidates.length === 0) return fail('dateNeeded')
  const chosen = (day: string): DayRead => ({ day, corrected: date.mistyped ? date.text : null })
  const [first] = candidates
  if (candidates.length === 1 && first !== undefined && !date.mistyped) return chosen(first)
  const { near } = context
  if (near === null) return fail(date.mistyped ? 'dateUnreadable' : 'dateAmbiguous', candidates)
  const close = candidates
    .filter((day) => distance(day, near) <= withinDays)
    .toSorted((a, b) => distance(a, near) - distance(b, near))
  const [best, next] = close
  if (best !== undefined && next === undefined) return chosen(best)
  // Far nearer than any other reading: 24/07/25 on the day after 2025-07-23.
  if (
    best !== undefined &&
    next !== undefined &&
    !date.mistyped &&
    distance(best, near) * 5 + 2 < distance(next, near)
  ) {
    return chosen(best)
  }
  return fail(close.length === 0 && date.mistyped ? 'dateUnreadable' : 'dateAmbiguous', candidates)
}

/** The order of numbers that dates show where they leave no choice: 19/02 can only be day before month. */
export function ordersShown(dates: readonly WrittenDate[]): DateOrder[] {
  const shown = dates.flatMap(({ readings, mistyped }) =>
    readings.length === 1 && !mistyped ? readings : [],
  )
  const orders = new Set(shown.flatMap(({ order }) => (order === null ? [] : [order])))
  return orders.size === 1 ? [...orders] : []
}

/** A zone's offset from UTC at an instant, `+09:00`. */
export function offsetAt(zoneId: string, epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zoneId).offset
}

/** Day, and minutes since midnight, that a zone's clocks show at an instant. */
export function localAt(zoneId: string, epochMs: number): { day: string; minute: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zoneId)
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute }
}
