import type { Problem } from '@kintsugi/model'
import { ordersShown, readDay } from '../../times/calendar.ts'
import type { WrittenClock } from '../../times/clock.ts'
import type { Moment } from '../../times/moment.ts'
import type { ZoneInForce } from '../../times/zoneInForce.ts'
import type { WrittenZone } from '../../times/zones.ts'
import { plainOf } from './blocks.ts'
import { Clockwork, instantOf, problemAt, type Report } from './clockwork.ts'
import { placeFurther, placeSpan, zoneByTwin } from './furtherTimes.ts'
import { type ListStart, type Row, saysDay, type TimelineEvent } from './rows.ts'
import type { Anchor } from './setting.ts'
import { ZoneChooser } from './zoneChooser.ts'

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
  const beyondNoon = clocks.some((clock) => clock.meridiem === null && clock.hour > 12)
  if (clocks.some((clock) => clock.meridiem !== null)) return beyondNoon ? null : 'mixed'
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

/** Rows between two headings or lists that run backwards in time are read from their end. */
function oldestFirst(events: readonly TimelineEvent[]): TimelineEvent[] {
  const ordered: TimelineEvent[] = []
  // A row and the words without a time that follow it stay together.
  let rows: TimelineEvent[][] = []
  const flush = (): void => {
    ordered.push(...(runsBackwards(rows.flat()) ? rows.toReversed() : rows).flat())
    rows = []
  }
  for (const event of events) {
    const last = rows.at(-1)
    if (event.type === 'row' || (event.type === 'stray' && !last)) rows.push([event])
    else if (event.type === 'stray') last?.push(event)
    else {
      flush()
      ordered.push(event)
    }
  }
  flush()
  return ordered
}
function runsBackwards(events: readonly TimelineEvent[]): boolean {
  const bare = events.flatMap((event) => {
    const start = event.type === 'row' ? event.stamp?.start : undefined
    return start?.clock && !saysDay(start) ? [start.clock.hour * 60 + start.clock.minute] : []
  })
  const steps = bare.slice(1).map((minute, i) => minute - (bare[i] ?? 0))
  const back = steps.filter((step) => step < 0).length
  return bare.length >= 3 && back * 3 >= steps.length * 2
}

class Resolver {
  readonly rows: ResolvedRow[] = []
  readonly problems: Problem[] = []
  readonly zones: ZoneInForce[] = []
  private readonly setting: ResolveSetting
  private readonly clockwork: Clockwork
  private readonly zoneChooser: ZoneChooser
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
    this.zoneChooser = new ZoneChooser(setting, this.clockwork)
  }

  run(events: readonly TimelineEvent[]): void {
    const ordered = oldestFirst(events)
    ordered.forEach((event, i) => {
      if (event.type === 'list') this.startList(event, ordered, i)
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
      this.zoneChooser.restart()
      this.twelve = twelveHour(rows)
    }
    if (list.zone || !list.continues) this.zoneChooser.section = list.zone
  }

  private enterDay(moment: Moment, line: number): void {
    const day = this.clockwork.writtenDay(moment, (code, args) =>
      this.problems.push(problemAt(line, code, args)),
    )
    if (day === null) this.clockwork.lose()
    else this.clockwork.enter(day)
  }

  private stray(line: number, text: string, event: Extract<TimelineEvent, { type: 'stray' }>): void {
    this.problems.push(problemAt(line, 'rowWithoutTime', { text: text.slice(0, 80) }))
    this.previous?.row.blocks.push(...event.blocks)
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
    const named = this.zoneChooser.of(row, start, report)
    if (start.clock && this.lacksHalf(start.clock)) {
      report('meridiemNeeded')
      resolved.day = saysDay(start) ? this.clockwork.writtenDay(start, report) : this.clockwork.day
      return
    }
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
    const sure =
      named.origin === 'row' || named.origin === 'column' ? null : zoneByTwin(row, day, this.clockwork)
    const zone = this.zoneChooser.settle(sure ?? named, day)
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
    const placing = { clockwork: this.clockwork, day, zone, report }
    placeSpan(resolved, placing)
    placeFurther(resolved, placing)
    const before = this.lastTimed
    if (before?.at && resolved.at < before.at) report('outOfOrder', { previousLine: before.row.line })
    this.lastTimed = resolved
  }

  /**
   * Among times with AM and PM, one without: plain only where it follows on from the row before, or, first of all, in
   * Japanese, which mixes 午後3時 with 10:05.
   */
  private lacksHalf(clock: WrittenClock): boolean {
    if (this.twelve !== 'mixed' || clock.meridiem !== null || clock.surely24) return false
    const back = this.clockwork.backBy(clock)
    return back === null ? !this.setting.japanese : back > 0
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
}

export function resolveRows(events: readonly TimelineEvent[], setting: ResolveSetting): Resolution {
  const resolver = new Resolver(setting, events)
  resolver.run(events)
  const { day, line, from } = setting.anchor
  const assumed = resolver.usedAnchor && day !== null && from !== 'given'
  const anchored = assumed ? [{ code: 'dateAssumed', line, args: { day } }] : []
  return { rows: resolver.rows, problems: [...anchored, ...resolver.problems], zones: resolver.zones }
}
