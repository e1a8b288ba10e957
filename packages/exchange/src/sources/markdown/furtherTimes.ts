import { toInstant } from '@kintsugi/model'
import type { Moment } from '../../times/moment.ts'
import type { ZoneInForce } from '../../times/zoneInForce.ts'
import { type WrittenZone, zoneOfOffset } from '../../times/zones.ts'
import type { Clockwork, Report } from './clockwork.ts'
import type { ResolvedRow } from './resolve.ts'
import { type Row, saysDay } from './rows.ts'

const day24 = 24 * 3600_000
const quiet: Report = () => {}
const ofRow = (zone: WrittenZone): ZoneInForce => ({ zone, origin: 'row' })

interface Placing {
  clockwork: Clockwork
  day: string
  zone: ZoneInForce
  report: Report
}

/** The end of a span. Without a date of its own it may lie past midnight, but not half a day and more. */
export function placeSpan(resolved: ResolvedRow, { clockwork, day, zone, report }: Placing): void {
  const { stamp } = resolved.row
  const until = stamp?.until
  if (!until || !resolved.at) return
  if (!until.clock) {
    report('untilUnreadable')
    return
  }
  const written = saysDay(until) ? clockwork.writtenDay(until, report) : day
  if (written === null) return
  const begin = Date.parse(resolved.at)
  const own = until.zone ? ofRow(until.zone) : zone
  let end = clockwork.instant(written, until.clock, own, report).epochMs
  if (end < begin && !saysDay(until) && end + day24 - begin <= day24 / 2) end += day24
  if (end < begin) {
    report('rangeBackwards')
    return
  }
  resolved.until = toInstant(end)
  resolved.approx ||= until.approx
}

/** Further instants of a row, and a second clock that must show the same instant. */
export function placeFurther(resolved: ResolvedRow, { clockwork, day, zone, report }: Placing): void {
  const { row } = resolved
  for (const moment of row.stamp?.also ?? []) {
    if (!moment.clock) continue
    const own = moment.zone ? ofRow(moment.zone) : zone
    resolved.also.push(toInstant(clockwork.instant(day, moment.clock, own, report).epochMs))
  }
  for (const { moment, zone: other } of twinsOf(row)) {
    const same = instantsOf(moment, other, resolved.at ?? '', clockwork).some(
      (epochMs) => Math.abs(epochMs - Date.parse(resolved.at ?? '')) < 60_000,
    )
    if (!same) report('timesDisagree', { zone: other.name })
  }
}

function twinsOf(row: Row): { moment: Moment; zone: WrittenZone }[] {
  const beside = row.stamp?.twin
  const column = row.twin
  const found = [
    { moment: beside, zone: beside?.zone },
    { moment: column?.stamp.start, zone: column?.stamp.start.zone ?? column?.zone },
  ]
  return found.flatMap(({ moment, zone }) => (moment?.clock && zone ? [{ moment, zone }] : []))
}

/** The instants that a time in another zone can mean near another instant: its date need not be written. */
function instantsOf(moment: Moment, zone: WrittenZone, near: string, clockwork: Clockwork): number[] {
  const { clock } = moment
  if (!clock) return []
  return [0, -day24, day24].map((shift) => {
    const day = new Date(Date.parse(near) + shift).toISOString().slice(0, 10)
    return clockwork.instant(day, clock, ofRow(zone), quiet).epochMs
  })
}

/** `21:00（UTC 12:00）` where nothing else names the zone: the second clock shows what the first one's offset is. */
export function zoneByTwin(row: Row, day: string, clockwork: Clockwork): ZoneInForce | null {
  const clock = row.stamp?.start.clock
  const [twin] = twinsOf(row)
  const utc = zoneOfOffset('+', 0, 0)
  if (!clock || !twin || !utc) return null
  const local = clockwork.instant(day, clock, ofRow(utc), quiet).epochMs
  const offsets = instantsOf(twin.moment, twin.zone, toInstant(local), clockwork).map(
    (at) => (local - at) / 60_000,
  )
  const offset = offsets.find((minutes) => minutes >= -12 * 60 && minutes <= 14 * 60 && minutes % 15 === 0)
  if (offset === undefined) return null
  const size = Math.abs(offset)
  const zone = zoneOfOffset(offset < 0 ? '-' : '+', Math.floor(size / 60), size % 60)
  return zone ? ofRow(zone) : null
}
