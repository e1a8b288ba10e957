import type { Instant, TimelineEntry } from '@kintsugi/model'

const minute = 60_000
const two = (n: number): string => String(n).padStart(2, '0')
const offsetName = (ms: number): string => {
  const minutes = Math.abs(Math.round(ms / minute))
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const kept = new Map<string, Intl.DateTimeFormat>()
/** Formatters are dear to make: one a zone. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const found =
    kept.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  kept.set(zone, found)
  return found
}

/** Milliseconds by which the zone's clock is ahead of UTC. */
function offsetAt(zone: string, epochMs: number): number {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minutes, second) - Math.floor(epochMs / 1000) * 1000
}

export interface LocalTime {
  day: string
  /** `21:47`, with seconds and milliseconds where there are any. */
  clock: string
  /** `(+01:00)` where the clock shows this time twice that night; else nothing. */
  which: string
}

/** An instant on the clock of a zone. */
export function localTime(at: Instant, zone: string): LocalTime {
  const epochMs = Date.parse(at)
  const offset = offsetAt(zone, epochMs)
  const [day = '', time = ''] = new Date(epochMs + offset).toISOString().split('T')
  const clock = time
    .replace('Z', '')
    .replace(/\.000$/, '')
    .replace(/^(\d\d:\d\d):00$/, '$1')
  const twice = [-3, 3]
    .map((hours) => offsetAt(zone, epochMs + hours * 60 * minute))
    .some((other) => other !== offset && offsetAt(zone, epochMs + offset - other) === other)
  return { day, clock, which: twice ? ` (${offsetName(offset)})` : '' }
}

/** `2026-04-18 21:47`: the form that spreadsheets, people and our own readers understand. */
export function stampIn(at: Instant, zone: string): string {
  const { day, clock, which } = localTime(at, zone)
  return `${day} ${clock}${which}`
}

/** How a table's header names the zone: a place where it is one that says so, else its offset at the first time. */
export function zoneLabel(zone: string, timeline: readonly TimelineEntry[]): string {
  if (!/\d/.test(zone)) return zone
  const first = timeline.find(({ at }) => at !== null)?.at
  return `UTC${offsetName(offsetAt(zone, first ? Date.parse(first) : 0))}`
}
