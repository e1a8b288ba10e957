import { z } from 'zod'

/** A day that the calendar has: 2026-02-30 is none, though some browsers take it for the second of March. */
export function isDay(text: string): boolean {
  const noon = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === text
}

/** A calendar day without zone, `2026-04-18`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay)
export type Day = z.infer<typeof daySchema>

/** An instant: ISO 8601 in UTC, seconds or milliseconds, e.g. `2026-04-18T12:47:00Z`. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)) && isDay(text.slice(0, 10)))
export type Instant = z.infer<typeof instantSchema>

/** Milliseconds since the epoch → the one spelling of an instant (no fraction where it is zero). */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z')
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
/** IANA name (`Asia/Tokyo`) or `UTC`. */
export const timeZoneSchema = z.string().refine(isTimeZone)
