import type { Problem } from '@kintsugi/model'
import { offsetAt, ordersShown, readDay } from '../../times/calendar.ts'
import type { WrittenClock } from '../../times/clock.ts'
import type { Moment } from '../../times/moment.ts'
import { type ZoneInForce, zoneInForce } from '../../times/zoneInForce.ts'
import type { WrittenZone } from '../../times/zones.ts'
import { plainOf } from './blocks.ts'
import { Clockwork, instantOf, problemAt, type Report } from './clockwork.ts'
import { type ListStart, type Row, saysDay, type TimelineEvent } from './rows.ts'
import type { Anchor } from './setting.ts'

export interface ResolvedRow {
  row: Row
  at: string | null
  until: string | null
  approx: boolean
  day: string | null
  /** Further instants of the row. */
  also: string[]
}
export interface ResolveSetting {
  anchor: Anchor
  stated: WrittenZone | null
  given: WrittenZone | null
  japanese: boolean
}
export interface Resolution {
  rows: ResolvedRow[]
  problems: Problem[]
  /** How the zone was found, most frequent rows first. */
  zones: ZoneInForce[]
}

/** Whether the rows of a list write 12-hour times with (`mixed`) or all without (`bare`) AM and PM. */
function twelveHour(rows: readonly Row[]): 'mixed' | 'bare' | null {
  const clocks = rows.flatMap((row) => (row.stamp?.start.clock ? [row.stamp.start.clock] : []))
  if (clocks.some((clock) => clock.meridiem !== null)) return 'mixed'
  return clocks.length > 0 && clocks.every((clock) => !clock.surely24) ? 'bare' : null
}

/** `4:05-4:20pm`: the half of the day said once holds for both ends, unless the span would then run backwards. */
function sharedHalf(start: WrittenClock, until: WrittenClock): WrittenClock {
  if (until.meridiem === null || start.meridiem !== null || start.surely24) return start
  const hour = until.meridiem === 'pm' && start.hour < 12 ? start.hour + 12 : start.hour % 12
  const shared = { ...start, hour, meridiem: until.meridiem }
  const runsOn = shared.hour * 60 + shared.minute <= until.hour * 60 + until.minute
  return runsOn ? shared : { ...start, meridiem: 'am' }
}

class Resolver {
  readonly rows: ResolvedRow[] = []
  readonly problems: Problem[] = []
  readonly zones: ZoneInForce[] = []
  private readonly setting: ResolveSetting
  private readonly clockwork: Clockwork
  private list: ListStart = { type: 'list', line: 1, continues: false, zone: null }
  private carried: WrittenZone | null = null
  private twelve: 'mixed' | 'bare' | null = null
  private previous: ResolvedRow | null = null
  private lastTimed: ResolvedRow | null = null
  /** Some row took its day from the anchor. */
  usedAnchor = false

  constructor(setting: ResolveSetting, events: readonly TimelineEvent[]) {
    this.setting = setting
    const dates = events.flatMap((event) => {
      const date =
        event.type === 'row' ? event.stamp?.start.date : event.type === 'day' ? event.moment.date : null
      return date ? [date] : []
    })
    const orders = setting.japanese ? (['md', 'ymd'] as const) : ordersShown(dates)
    const plain = dates.map((date) => readDay(date, { near: null, year: null, orders }).day)
    const neighbour = plain.find((day) => day !== null) ?? null
    this.clockwork = new Clockwork(setting.anchor, { orders, neighbour })
  }

  run(events: readonly TimelineEvent[]): void {
    events.forEach((event, i) => {
      if (event.type === 'list') this.startList(event, events, i)
      else if (event.type === 'day') this.enterDay(event.moment, event.line)
      else if (event.type === 'stray') this.stray(event.line, event.blocks.map(plainOf).join(' '), event)
      else this.row(event)
    })
  }

  private startList(list: ListStart, events: readonly TimelineEvent[], at: number): void {
    const next = events.findIndex((event, i) => i > at && event.type === 'list' && !event.continues)
    const rows = events.slice(at, next < 0 ? undefined : next).filter((event) => event.type === 'row')
    if (!list.continues) {
      this.clockwork.restart()
      this.previous = null
      this.lastTimed = null
      this.carried = null
      this.twelve = twelveHour(rows)
    }
    this.list = list.zone || !list.continues ? list : { ...list, zone: this.list.zone }
  }

  private enterDay(moment: Moment, line: number): void {
    const day = this.clockwork.writtenDay(moment, (code, args) =>
      this.problems.push(problemAt(line, code, args)),
    )
    if (day !== null) this.clockwork.enter(day)
  }

  private stray(line: number, text: string, event: Extract<TimelineEvent, { type: 'stray' }>): void {
    this.problems.push(problemAt(line, 'rowWithoutTime', { text: text.slice(0, 80) }))
    this.previous?.row.blocks.push(...event.blocks)
  }

  /** A zone that only other rows name holds on where times would otherwise jump; else the one given, or UTC, is nearer. */
  private zoneOf(row: Row, moment: Moment): ZoneInForce {
    const choices = {
      row: moment.zone,
      column: row.zone,
      section: this.list.zone,
      document: this.setting.stated,
      carried: this.carried,
      given: this.setting.given,
    }
    const zone = zoneInForce(choices)
    if (zone.origin !== 'carried' || !moment.clock) return zone
    const other = zoneInForce({ ...choices, carried: null })
    const written = saysDay(moment) ? this.clockwork.writtenDay(moment, () => {}) : null
    const kept = this.clockwork.gapIn(zone, moment.clock, written)
    const changed = this.clockwork.gapIn(other, moment.clock, written)
    return kept !== null && changed !== null && changed < kept ? other : zone
  }

  /** `CST`, `IST`: names that mean several clocks. The zone given decides where it is one of them; otherwise nobody can tell. */
  private settle(zone: ZoneInForce, day: string): ZoneInForce | null {
    const { given } = this.setting
    if (zone.zone.meanings.length === 0) return zone
    if (!given) return null
    const noon = Date.parse(`${day}T12:00:00Z`)
    const offset = offsetAt(given.id, noon)
    return zone.zone.meanings.some((place) => offsetAt(place, noon) === offset)
      ? { zone: given, origin: 'given' }
      : null
  }

  private row(row: Row): void {
    const report: Report = (code, args = {}) =>
      this.problems.push(problemAt(row.line, code, { text: row.stampText.slice(0, 80), ...args }))
    const resolved: ResolvedRow = { row, at: null, until: null, approx: false, day: null, also: [] }
    this.rows.push(resolved)
    this.previous = resolved
    if (!row.stamp) {
      report(row.stampText === '' || /^[-\s]+$/.test(row.stampText) ? 'timeMissing' : 'timeUnreadable')
      return
    }
    const { start, until } = row.stamp
    if (until?.clock && start.clock) start.clock = sharedHalf(start.clock, until.clock)
    const named = this.zoneOf(row, start)
    if (start.zone && this.carried?.id !== start.zone.id) this.carried = start.zone
    const fallback = this.setting.given?.id ?? 'UTC'
    if (start.clock && named.origin === 'carried' && named.zone.id !== fallback)
      report('zoneCarried', { zone: named.zone.name })
    const day = this.dayOf(start, named, report)
    if (row.stamp.openStart) report('startMissing')
    if (!start.clock || day === null || row.stamp.openStart) {
      this.withoutInstant(resolved, day, report)
      return
    }
    // 25:30 is how Japanese broadcasters and operators write half past one at night; elsewhere it is a slip.
    if (
      start.clock.hour > 23 &&
      !this.setting.japanese &&
      !(start.clock.hour === 24 && start.clock.minute === 0)
    ) {
      report('timeUnreadable')
      resolved.day = day
      return
    }
    const zone = this.settle(named, day)
    if (!zone) {
      report('zoneAmbiguous', { zone: named.zone.name })
      resolved.day = day
      return
    }
    const found = this.clockwork.instant(day, start.clock, zone, report)
    this.zones.push(zone)
    resolved.at = instantOf(found.epochMs)
    resolved.approx = found.approx || start.approx || row.rough
    if (row.stamp.remark !== '') report('timeRemark', { remark: row.stamp.remark })
    const written = start.date !== null
    this.clockwork.passed({ epochMs: found.epochMs, day, clock: start.clock, written }, zone)
    if (row.stamp.doubtfulSpan) report('rangeDoubtful')
    this.span(resolved, day, zone, report)
    this.twins(resolved, day, zone, report)
    const before = this.lastTimed
    if (before?.at && resolved.at < before.at) report('outOfOrder', { previousLine: before.row.line })
    this.lastTimed = resolved
  }

  private dayOf(start: Moment, zone: ZoneInForce, report: Report): string | null {
    if (saysDay(start)) {
      const written = this.clockwork.writtenDay(start, report)
      const expected = written && start.date ? this.clockwork.doubtfulYear(written) : null
      if (written && expected) report('yearDoubtful', { written, expected })
      return written
    }
    const { clock } = start
    if (!clock) return null
    if (this.clockwork.day === null) {
      report('dateNeeded')
      return null
    }
    this.usedAnchor ||= this.clockwork.anchored
    if (this.twelve === 'mixed' && clock.meridiem === null && !clock.surely24) {
      report('meridiemNeeded')
      return null
    }
    return this.clockwork.bareDay(clock, zone, this.twelve === 'bare', report)
  }

  /** A row that is kept without an instant, with the reason. */
  private withoutInstant(resolved: ResolvedRow, day: string | null, report: Report): void {
    const { stamp } = resolved.row
    if (!stamp) return
    const { start } = stamp
    if (day !== null) {
      resolved.day = day
      if (start.date) this.clockwork.keep(day)
    }
    // The day was the difficulty, and it has been reported.
    if (start.clock || (start.date && day === null)) return
    if (start.holed) {
      if (day === null && start.holed && !saysDay(start)) resolved.day = this.clockwork.day
      report('timePlaceholder')
    } else if (start.part !== null) report('timePartOfDay', { part: start.part })
    else if (start.unknown) report('timeUnknown')
    else if (stamp.untilDay !== null || stamp.until !== null) report('dayRange')
    else report('timeMissing')
    if (start.approx && day !== null) resolved.approx = true
  }

  private span(resolved: ResolvedRow, day: string, zone: ZoneInForce, report: Report): void {
    const { stamp } = resolved.row
    const until = stamp?.until
    if (!until || !resolved.at || !stamp) return
    if (!until.clock) {
      report('untilUnreadable')
      return
    }
    const start = stamp.start.clock
    const written = saysDay(until) ? this.clockwork.writtenDay(until, report) : day
    if (written === null) return
    const own = until.zone ? { zone: until.zone, origin: 'row' as const } : zone
    const clock: WrittenClock = until.clock
    let end = this.clockwork.instant(written, clock, own, report).epochMs
    const begin = Date.parse(resolved.at)
    if (end < begin && !saysDay(until) && start && end + 24 * 3600_000 - begin <= 12 * 3600_000)
      end += 24 * 3600_000
    if (end < begin) {
      report('rangeBackwards')
      return
    }
    resolved.until = instantOf(end)
    resolved.approx ||= until.approx
  }

  private twins(resolved: ResolvedRow, day: string, zone: ZoneInForce, report: Report): void {
    const { row } = resolved
    const also = row.stamp?.also ?? []
    for (const moment of also) {
      if (!moment.clock) continue
      const own = moment.zone ? { zone: moment.zone, origin: 'row' as const } : zone
      resolved.also.push(instantOf(this.clockwork.instant(day, moment.clock, own, report).epochMs))
    }
    const stampTwin = row.stamp?.twin
    if (stampTwin) this.compare(resolved, stampTwin, stampTwin.zone, report)
    if (row.twin)
      this.compare(resolved, row.twin.stamp.start, row.twin.stamp.start.zone ?? row.twin.zone, report)
  }

  /** The same instant on another clock must be the same instant; the date of the second need not be written. */
  private compare(resolved: ResolvedRow, twin: Moment, zone: WrittenZone | null, report: Report): void {
    if (!zone || !twin.clock || !resolved.at) return
    const at = Date.parse(resolved.at)
    const quiet: Report = () => {}
    const own = { zone, origin: 'row' as const }
    const days = [0, -1, 1].map((shift) => new Date(at + shift * 24 * 3600_000).toISOString().slice(0, 10))
    const clock = twin.clock
    const same = days.some(
      (day) => Math.abs(this.clockwork.instant(day, clock, own, quiet).epochMs - at) < 60_000,
    )
    if (!same) report('timesDisagree', { zone: zone.name })
  }
}

export function resolveRows(events: readonly TimelineEvent[], setting: ResolveSetting): Resolution {
  const resolver = new Resolver(setting, events)
  resolver.run(events)
  const { day, line, from } = setting.anchor
  const assumed = resolver.usedAnchor && day !== null && from !== 'given'
  const anchored = assumed ? [{ code: 'dateAssumed', line, args: { day } }] : []
  return { rows: resolver.rows, problems: [...anchored, ...resolver.problems], zones: resolver.zones }
}
