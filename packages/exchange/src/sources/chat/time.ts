import type { WrittenClock } from '../../times/clock.ts'
import type { WrittenDate } from '../../times/date.ts'
import { fold } from '../../times/fold.ts'
import { readMoment } from '../../times/moment.ts'

/** A time as a chat shows it: `1:26 PM`, `Yesterday at 8:19 PM`, `2月25日 13:26`, `Feb 25th`. */
export interface ChatTime {
  text: string
  /** null in a line that only names a day. */
  clock: WrittenClock | null
  /** Days from the day on which the chat was copied: today 0, yesterday −1. */
  relative: number | null
  weekday: number | null
  date: WrittenDate | null
}

const relatives: [RegExp, number][] = [
  [/^(?:today|今日|本日)/i, 0],
  [/^(?:yesterday|昨日|きのう)/i, -1],
  [/^(?:一昨日|おととい)/, -2],
]
const longest = 60
/** Nearly every line of a chat is no time: told by how it begins. */
const begins =
  /^(?:[\d０-９(（]|today|yesterday|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|今日|本日|昨日|きのう|一昨日|おととい|[月火水木金土日]曜|令和|午前|午後|am\b|pm\b)/i
const known = new Map<string, ChatTime | null>()

function parse(text: string): ChatTime | null {
  const folded = fold(text)
    .replace(/[•·|]/g, ' ')
    .replace(/(\d)([ap])\.?m\.?$/i, '$1 $2m')
    .trim()
  if (!/\d|today|yesterday|day$|今日|本日|昨日|きのう|一昨日|おととい|曜日?$/i.test(folded)) return null
  const relative = relatives.find(([word]) => word.test(folded))
  const rest = relative ? folded.replace(relative[0], '').replace(/^(?:の| at\b|,)*[ ,]*/i, '') : folded
  const said = { text: text.trim(), relative: relative?.[1] ?? null }
  if (rest === '') return relative ? { ...said, clock: null, weekday: null, date: null } : null
  const moment = readMoment(rest, 0, { expected: false })
  if (!moment || moment.end < rest.trimEnd().length) return null
  const { clock, weekday, date } = moment
  if (moment.part || moment.unknown || moment.approx || moment.holed || moment.zone) return null
  if (moment.dayShift !== null || moment.dayNumber !== null) return null
  if (clock && (clock.hour > 23 || !/\d:\d\d|\d ?時/.test(rest))) return null
  // A month alone, or a number alone, is no day.
  if (date && (date.unreadable || date.readings.every(({ day }) => day === null))) return null
  if (!clock && date && /^\d+$/.test(rest)) return null
  return clock || date || weekday !== null ? { ...said, clock, weekday, date } : null
}

/** The time that a text is, the whole of it; null where it is anything else. */
export function readChatTime(text: string): ChatTime | null {
  const trimmed = text.trim()
  if (trimmed.length > longest || !begins.test(trimmed)) return null
  const before = known.get(trimmed)
  if (before !== undefined) return before
  const time = parse(trimmed)
  if (known.size > 20_000) known.clear()
  known.set(trimmed, time)
  return time
}

/** Says its day by itself. */
export const hasDay = (time: ChatTime): boolean =>
  time.relative !== null || time.weekday !== null || time.date !== null
