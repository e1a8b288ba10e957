import type { Problem } from '@kintsugi/model'
import { toInstant } from '@kintsugi/model'
import {
  addDays,
  type DateContext,
  daysBetween,
  outOfSeason,
  placeIn,
  readDay,
  weekdayOf,
} from '../../times/calendar.ts'
import type { WrittenClock } from '../../times/clock.ts'
import type { DateOrder } from '../../times/date.ts'
import type { Moment } from '../../times/moment.ts'
import type { ZoneInForce } from '../../times/zoneInForce.ts'

export interface Instant {
  epochMs: number
  approx: boolean
}
type Args = Record<string, string | number>
export type Report = (code: string, args?: Args) => void

const minutes = (clock: WrittenClock): number => clock.hour * 60 + clock.minute + clock.second / 60

/** Keeps the day in force while rows are read in order, and turns what they say into instants. */
export class Clockwork {
  /** Day of the last row, heading or anchor. */
  day: string | null
  /** The day that 翌 counts from: the last one written out. */
  private base: string | null
  /** The day in force is the anchor's: no row or heading has written one since. */
  anchored: boolean
  private last: { epochMs: number; minute: number; zone: string } | null = null
  private readonly start: string | null
  private readonly year: number | null
  private readonly orders: readonly DateOrder[]
  private readonly neighbour: string | null

  /** `neighbour`: some day that the rows write plainly, for dates that can only be understood beside another. */
  constructor(
    anchor: { day: string | null; year: number | null },
    hints: { orders: readonly DateOrder[]; neighbour: string | null },
  ) {
    this.start = anchor.day
    this.day = anchor.day
    this.base = anchor.day
    this.anchored = anchor.day !== null
    this.year = anchor.year
    this.orders = hints.orders
    this.neighbour = hints.neighbour
  }

  /** A list that tells from the beginning again. */
  restart(): void {
    this.day = this.start ?? this.day
    this.base = this.day
    this.anchored = this.start !== null
    this.last = null
  }

  private context(): DateContext {
    return { near: this.day ?? this.start ?? this.neighbour, year: this.year, orders: this.orders }
  }

  /** The day that a heading, a line or a row writes; null where it writes none or none can be read. */
  writtenDay(moment: Moment, report: Report): string | null {
    let day: string | null = null
    if (moment.date) {
      const read = readDay(moment.date, this.context())
      if (read.day === null) {
        report(read.why, { text: moment.date.text, candidates: read.candidates.join(', ') })
        return null
      }
      if (read.corrected !== null) report('dateCorrected', { written: read.corrected, read: read.day })
      day = read.day
    } else if (moment.dayNumber !== null) {
      if (this.start === null) report('dateNeeded')
      day = this.start === null ? null : addDays(this.start, moment.dayNumber - 1)
    } else if (moment.dayShift !== null) {
      // 翌 counts from the last day written out, so that two rows in a row that say 翌 mean the same day.
      if (this.base === null) report('dateNeeded', {})
      return this.base === null ? null : this.shifted(this.base, moment, report)
    } else if (moment.weekday !== null) {
      if (this.day === null) report('dateNeeded')
      if (this.day === null) return null
      const ahead = (moment.weekday - weekdayOf(this.day) + 7) % 7
      return addDays(this.day, ahead)
    }
    if (day !== null && moment.weekday !== null && weekdayOf(day) !== moment.weekday) {
      report('weekdayMismatch', { day })
    }
    return day
  }

  /** 翌日 twice in a row is one day; but where that would lead back in time, it is the day after the row before. */
  private shifted(base: string, moment: Moment, report: Report): string {
    const shift = moment.dayShift ?? 0
    const day = addDays(base, shift)
    const { last } = this
    if (shift <= 0 || !last || !moment.clock || this.day === null || day > this.day) return day
    if (day === this.day && last.minute - minutes(moment.clock) <= 120) return day
    const next = addDays(this.day, shift)
    report('rolledOver', { day: next })
    return next
  }

  /** A day that holds for what follows. */
  enter(day: string): void {
    this.day = day
    this.base = day
    this.anchored = false
    this.last = null
  }

  /** After a heading whose day could not be read nobody knows the day. */
  lose(): void {
    this.day = null
    this.base = null
    this.anchored = false
    this.last = null
  }

  /** Holds the day of a row that has no clock time. */
  keep(day: string): void {
    this.day = day
    this.base = day
    this.anchored = false
  }

  /**
   * The day of a clock time written without one. Midnight lies between two rows when the clock goes back a long way;
   * a little way is disorder; in between nobody can tell.
   */
  bareDay(clock: WrittenClock, zone: ZoneInForce, twelve: boolean, report: Report): string | null {
    if (this.day === null) return null
    const { last } = this
    if (!last) return this.day
    if (last.zone !== zone.zone.id) {
      const days = [-1, 0, 1].map((shift) => addDays(this.day ?? '', shift))
      const gaps = days.map((day) => ({
        day,
        gap: Math.abs(this.place(day, clock, zone).epochMs - last.epochMs),
      }))
      const [nearest] = gaps.toSorted((a, b) => a.gap - b.gap)
      if (nearest && nearest.gap <= 6 * 3600_000) return nearest.day
      report('dayDoubtful', {})
      return null
    }
    const back = last.minute - minutes(clock)
    if (back <= 120) return this.day
    if (twelve || back < 240) {
      report('dayDoubtful', {})
      return null
    }
    const next = addDays(this.day, 1)
    if (last.minute < 18 * 60 || clock.hour >= 9) report('rolledOver', { day: next })
    return next
  }

  /** Minutes by which a clock time lies before that of the row before; null where there is none. */
  backBy(clock: WrittenClock): number | null {
    return this.last === null ? null : this.last.minute - minutes(clock)
  }

  /** How far a time lies from the row before it, in a zone; null where there is none before it. */
  gapIn(zone: ZoneInForce, clock: WrittenClock, day: string | null): number | null {
    const on = day ?? this.day
    if (!this.last || on === null) return null
    return Math.abs(this.place(on, clock, zone).epochMs - this.last.epochMs)
  }

  private place(day: string, clock: WrittenClock, zone: ZoneInForce) {
    const over = Math.floor(clock.hour / 24)
    return placeIn(zone.zone.id, {
      day: addDays(day, over),
      hour: clock.hour % 24,
      minute: clock.minute,
      second: clock.second,
      millisecond: clock.millisecond,
    })
  }

  instant(day: string, clock: WrittenClock, zone: ZoneInForce, report: Report): Instant {
    const placed = this.place(day, clock, zone)
    if (placed.doubt)
      report(placed.doubt === 'skipped' ? 'timeSkipped' : 'timeTwice', { zone: zone.zone.name })
    if (outOfSeason(zone.zone, placed.epochMs)) report('zoneOutOfSeason', { zone: zone.zone.name })
    return { epochMs: placed.epochMs, approx: placed.doubt !== null }
  }

  /** After a row: what the next bare time is compared with. */
  passed(
    row: { epochMs: number; day: string; clock: WrittenClock; written: boolean },
    zone: ZoneInForce,
  ): void {
    this.day = row.day
    if (row.written) {
      this.base = row.day
      this.anchored = false
    }
    this.last = { epochMs: row.epochMs, minute: minutes(row.clock), zone: zone.zone.id }
  }

  /** A year that contradicts the rows around it: shown, never changed. */
  doubtfulYear(day: string): string | null {
    const near = this.start ?? this.day
    if (near === null) return null
    const shift = Number(near.slice(0, 4)) - Number(day.slice(0, 4))
    if (shift === 0 || Math.abs(daysBetween(near, day)) < 180) return null
    const other = `${near.slice(0, 4)}${day.slice(4)}`
    return Math.abs(daysBetween(near, other)) <= 45 ? other : null
  }
}

export const instantOf = (epochMs: number): string => toInstant(epochMs)
export const problemAt = (line: number, code: string, args: Args = {}): Problem => ({ code, line, args })
