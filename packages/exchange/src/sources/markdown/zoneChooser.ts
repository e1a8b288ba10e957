import { offsetAt } from '../../times/calendar.ts'
import type { Moment } from '../../times/moment.ts'
import { type ZoneInForce, zoneInForce } from '../../times/zoneInForce.ts'
import type { WrittenZone } from '../../times/zones.ts'
import type { Clockwork, Report } from './clockwork.ts'
import { type Row, saysDay } from './rows.ts'

/** Finds the zone of each row, and remembers what rows said about it. */
export class ZoneChooser {
  /** Of the list that is being read. */
  section: WrittenZone | null = null
  /** The last one that a row named. */
  private carried: WrittenZone | null = null
  private readonly stated: WrittenZone | null
  private readonly given: WrittenZone | null
  private readonly clockwork: Clockwork

  constructor(zones: { stated: WrittenZone | null; given: WrittenZone | null }, clockwork: Clockwork) {
    this.stated = zones.stated
    this.given = zones.given
    this.clockwork = clockwork
  }

  restart(): void {
    this.carried = null
  }

  of(row: Row, moment: Moment, report: Report): ZoneInForce {
    const zone = this.choose(row, moment)
    if (moment.zone) this.carried = moment.zone
    const fallback = this.given?.id ?? 'UTC'
    if (moment.clock && zone.origin === 'carried' && zone.zone.id !== fallback) {
      report('zoneCarried', { zone: zone.zone.name })
    }
    return zone
  }

  /** A zone that only other rows name holds on where times would otherwise jump; else the one given, or UTC, is nearer. */
  private choose(row: Row, moment: Moment): ZoneInForce {
    const { stated, carried, given } = this
    const choices = {
      row: moment.zone,
      column: row.zone,
      section: this.section,
      document: stated,
      carried,
      given,
    }
    const zone = zoneInForce(choices)
    if (zone.origin !== 'carried' || !moment.clock) return zone
    const other = zoneInForce({ ...choices, carried: null })
    const written = saysDay(moment) ? this.clockwork.writtenDay(moment, () => {}) : null
    const kept = this.clockwork.gapIn(zone, moment.clock, written)
    const changed = this.clockwork.gapIn(other, moment.clock, written)
    return kept !== null && changed !== null && changed < kept ? other : zone
  }

  /** `CST`, `IST`: names of several clocks. The zone given decides where it is one of them; otherwise nobody can tell. */
  settle(zone: ZoneInForce, day: string): ZoneInForce | null {
    const { given } = this
    if (zone.zone.meanings.length === 0) return zone
    if (!given) return null
    const noon = Date.parse(`${day}T12:00:00Z`)
    const offset = offsetAt(given.id, noon)
    const isOne = zone.zone.meanings.some((place) => offsetAt(place, noon) === offset)
    return isOne ? { zone: given, origin: 'given' } : null
  }
}
