/** Round local times: which instants deserve a tick. Milliseconds since the epoch everywhere. */
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14, 28].map((n) => n * day),
]

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Zone's offset from UTC at an instant, in milliseconds. */
export function zoneOffset(zone: string, at: number): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    formatters.set(zone, formatter)
  }
  const name = formatter.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? []
  const size = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second
  return sign === '-' ? -size : size
}

/** The calendar day an instant falls on in the zone, as a number that grows by one a day. */
export function localDay(zone: string, at: number): number {
  return Math.floor((at + zoneOffset(zone, at)) / day)
}

/** Smallest round step of at least `least` milliseconds. */
export function roundStep(least: number): number {
  return steps.find((step) => step >= least) ?? Math.ceil(least / (28 * day)) * 28 * day
}

/** Instants in [start, end] at which the zone's clock shows a multiple of `step`. */
export function roundTimes(start: number, end: number, step: number, zone: string): number[] {
  const times: number[] = []
  const first = Math.ceil((start + zoneOffset(zone, start)) / step) * step
  for (let local = first; ; local += step) {
    // The offset may change on the way (daylight saving): settle on the one in force at the tick itself.
    const guess = local - zoneOffset(zone, local - zoneOffset(zone, start))
    if (guess > end) return times
    const exact = (guess + zoneOffset(zone, guess)) % step === 0
    if (exact && guess >= start && guess > (times.at(-1) ?? Number.NEGATIVE_INFINITY)) times.push(guess)
  }
}
