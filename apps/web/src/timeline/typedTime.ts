import { parseAbsolute, parseDateTime, toZoned } from '@internationalized/date'
import { type Instant, toInstant } from '@kintsugi/model'

/** Full-width digits and colons are what a Japanese keyboard types first. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９：]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/**
 * What a person types as a time of day → `HH:MM[:SS]`; null where it is none.
 * `21:47`, `2147`, `9:05`, `21:47:30`, `21時47分`, `9:05 pm`, `午後9:05`.
 */
export function timeOfDay(typed: string): string | null {
  const text = halfWidth(typed).trim().toLowerCase()
  const match =
    /^(午前|午後)?\s*(\d{1,2})(?:[:時](\d{2})?分?(?::?(\d{2})秒?)?|)\s*(am|pm)?$/.exec(text) ??
    /^()(\d{1,2})(\d{2})()()$/.exec(text)
  if (!match) return null
  const [, half, hours, minutes = '0', seconds = '0', meridiem] = match
  const late = half === '午後' || meridiem === 'pm'
  const early = half === '午前' || meridiem === 'am'
  let hour = Number(hours)
  if ((late || early) && hour > 12) return null
  if (late && hour < 12) hour += 12
  if (early && hour === 12) hour = 0
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(hour)}:${two(Number(minutes))}:${two(Number(seconds))}`
}

/** A day and a time on the zone's clock → the instant. Where clocks were set back, the earlier of the two. */
export function instantAt(day: string, time: string, timeZone: string): Instant {
  return toInstant(
    toZoned(parseDateTime(`${day}T${time}`), timeZone, 'earlier')
      .toDate()
      .getTime(),
  )
}

/** The day that the zone's calendar shows at an instant. */
export function dayOf(at: Instant, timeZone: string): string {
  return parseAbsolute(at, timeZone).toString().slice(0, 10)
}

export function instantAfter(at: Instant, ms: number): Instant {
  return toInstant(Date.parse(at) + ms)
}
