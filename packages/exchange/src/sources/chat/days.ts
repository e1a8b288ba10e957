import type { Problem } from '@kintsugi/model'
import { addDays, localAt, readDay, weekdayOf } from '../../times/calendar.ts'
import type { WrittenClock } from '../../times/clock.ts'
import type { DateOrder, WrittenDate } from '../../times/date.ts'
import { ZoneHours } from '../../times/zoneHours.ts'
import type { WrittenZone } from '../../times/zones.ts'
import { problemOf } from '../lines.ts'
import type { ChatMessage } from './messages.ts'
import { type Permalink, permalinksIn } from './permalink.ts'
import { type ChatTime, hasDay } from './time.ts'

export interface Dated {
  /** Milliseconds since the epoch; null where the day is not known. */
  epochMs: number | null
  approx: boolean
  /** Minutes since midnight as far as the clock tells; null for a link. */
  minute: number | null
}

export interface DaySetting {
  /** Day of the first time without one, and of “today”; null where nothing tells. */
  anchor: string | null
  zone: WrittenZone
  orders: readonly DateOrder[]
  twelve: boolean
}

/** Gives messages in their order their instants. What is doubtful or a guess is reported. */
export class ChatDays {
  private day: string | null
  private last: { minute: number; line: number } | null = null
  /** The day in force is still the one it started from. */
  private anchored = true
  /** That day was needed for some message. */
  leant = false
  private readonly hours: ZoneHours
  private readonly said = new Set<string>()
  /** Lines of messages whose day nobody knows. */
  readonly dayless: number[] = []
  readonly problems: Problem[] = []

  private readonly setting: DaySetting

  constructor(setting: DaySetting) {
    this.setting = setting
    this.day = setting.anchor
    this.hours = new ZoneHours(setting.zone.id)
  }

  date(message: ChatMessage): Dated {
    if (message.divider) this.enter(message.divider.time, message.divider.line)
    const { time, link } = message
    if (!time) return { epochMs: link?.epochMs ?? null, approx: false, minute: null }
    const { clock } = time
    if (!clock) return { epochMs: null, approx: false, minute: null }
    if (link) return this.linked(link, message.line)
    const minute = this.minuteOf(clock, message.line, time.text)
    if (minute === null) return { epochMs: null, approx: false, minute: null }
    const own = this.ownLink(message, minute)
    if (own) return this.linked(own, message.line)
    if (hasDay(time)) this.enter(time, message.line)
    else this.roll(minute, message.line, time.text)
    this.leant ||= this.anchored
    this.last = { minute, line: message.line }
    if (this.day === null) {
      this.dayless.push(message.line)
      return { epochMs: null, approx: false, minute }
    }
    const { epochMs, doubt } = this.hours.place(this.day, minute, clock.second)
    if (doubt) {
      const code = doubt === 'skipped' ? 'timeSkipped' : 'timeTwice'
      this.problems.push(problemOf(code, { text: time.text, zone: this.setting.zone.name }, message.line))
    }
    return { epochMs, approx: doubt !== null, minute }
  }

  /** A link to the message itself: in a line of its own, to the very minute. */
  private ownLink({ said }: ChatMessage, minute: number): Permalink | null {
    for (const line of said) {
      const [link] = permalinksIn(line)
      if (link?.url === line.trim() && localAt(this.setting.zone.id, link.epochMs).minute === minute)
        return link
    }
    return null
  }

  private linked({ epochMs }: Permalink, line: number): Dated {
    const { day, minute } = localAt(this.setting.zone.id, epochMs)
    this.day = day
    this.anchored = false
    this.last = { minute, line }
    return { epochMs, approx: false, minute }
  }

  /** In a chat with AM and PM a time without is the first one from the message before on. */
  private minuteOf(clock: WrittenClock, line: number, text: string): number | null {
    const minute = clock.hour * 60 + clock.minute
    if (!this.setting.twelve || clock.meridiem !== null || clock.hour > 12 || clock.hour === 0) return minute
    if (!this.last) {
      this.problems.push(problemOf('meridiemNeeded', { text }, line))
      return null
    }
    const from = this.last.minute
    const morning = (clock.hour % 12) * 60 + clock.minute
    const ahead = (one: number): number => (one - from + 1440) % 1440
    return ahead(morning) <= ahead(morning + 720) ? morning : morning + 720
  }

  /** A time without a day: past midnight where the clock goes back a long way. */
  private roll(minute: number, line: number, text: string): void {
    if (this.last === null || this.day === null) return
    const back = this.last.minute - minute
    if (back >= 240) {
      this.day = addDays(this.day, 1)
      const midnight = this.last.minute >= 18 * 60 && minute < 9 * 60
      if (!midnight) this.problems.push(problemOf('rolledOver', { text, day: this.day }, line))
    } else if (back > 0) {
      this.problems.push(problemOf('outOfOrder', { text, previousLine: this.last.line }, line))
    }
  }

  /** Takes the day that a time or a line names. */
  private enter(time: ChatTime, line: number): void {
    const { anchor } = this.setting
    this.leant ||= !time.date || time.date.readings.some(({ year }) => year === null)
    this.anchored = false
    if (time.date) this.day = this.written(time.date, line)
    else if (anchor === null) {
      this.problems.push(problemOf('dateNeeded', { text: time.text }, line))
      this.day = null
    } else if (time.relative !== null) this.day = this.counted(time, addDays(anchor, time.relative), line)
    else if (time.weekday !== null) {
      const back = (weekdayOf(anchor) - time.weekday + 7) % 7
      this.day = this.counted(time, addDays(anchor, -back), line)
    }
    if (time.date && time.weekday !== null && this.day !== null && weekdayOf(this.day) !== time.weekday) {
      this.problems.push(problemOf('weekdayMismatch', { day: this.day }, line))
    }
    this.last = null
  }

  /** “Yesterday” counts from the day the chat was copied; nobody but the reader can know that, so it is told once. */
  private counted(time: ChatTime, day: string, line: number): string {
    if (this.said.has(day)) return day
    this.said.add(day)
    const { anchor } = this.setting
    this.problems.push(problemOf('dayRelative', { text: time.text, day, from: anchor ?? '' }, line))
    return day
  }

  private written(date: WrittenDate, line: number): string | null {
    const near = this.day ?? this.setting.anchor
    const read = readDay(date, { near, year: null, orders: this.setting.orders })
    if (read.day === null) {
      this.problems.push(
        problemOf(read.why, { text: date.text, candidates: read.candidates.join(', ') }, line),
      )
      return null
    }
    if (read.corrected !== null) {
      this.problems.push(problemOf('dateCorrected', { written: read.corrected, read: read.day }, line))
    }
    return read.day
  }
}
