import { readClock, readHoledClock, type WrittenClock } from './clock.ts'
import { readDate, readWeekday, type WrittenDate } from './date.ts'
import { readZone, type WrittenZone, zoneOfOffset } from './zones.ts'

/** Everything said about one instant, in any order: `Feb 20 2018 14:17 UTC`, `翌日 9:00 頃`, `午前`, `14:??`. */
export interface Moment {
  date: WrittenDate | null
  /** Days after the day in force (翌 = 1); null where not said. */
  dayShift: number | null
  /** `Day 2`, `2日目`. */
  dayNumber: number | null
  weekday: number | null
  clock: WrittenClock | null
  zone: WrittenZone | null
  approx: boolean
  /** A part of the day in place of a clock time: 朝, afternoon. */
  part: string | null
  /** A clock time with holes (`14:??`); `hour` where that much is said. */
  holed: { text: string; hour: number | null } | null
  /** Said to be unknown: 不明, TBC, ???. */
  unknown: boolean
  end: number
}

export interface MomentPlace {
  /** A time column or another place where digits are times. */
  expected: boolean
}

const blank = (end: number): Moment => ({
  date: null,
  dayShift: null,
  dayNumber: null,
  weekday: null,
  clock: null,
  zone: null,
  approx: false,
  part: null,
  holed: null,
  unknown: false,
  end,
})

const between = /[ ,、・の@/\n\f\v]*(?:(?:at|on|T)(?= |\d)|: +(?=\d))?[ ]*/iy
const roughBefore = /(?:約 ?|およそ ?|(?:around|about|approx(?:imately|\.)?|circa|ca\.?|c\.) |~ ?)/iy
const roughAfter =
  /(?: ?(?:頃|ごろ|ころ|前後|過ぎ|すぎ|以降|以前|までに|(?:付近|周辺|あたり|辺り|推定|概算)(?=[\s),、:\]-]|$)|-?ish\b|or so\b|approx\b\.?)|\?(?!\?)(?= |$|\)|:))/iy
const shifts: [RegExp, number][] = [
  [/翌々日/y, 2],
  [/(?:翌日|翌朝(?=[ 0-9午])|翌)/y, 1],
  [/(?:同日|当日)/y, 0],
  [/前日/y, -1],
  [/(?:the )?next day\b/iy, 1],
  [/(?:the )?following day\b/iy, 1],
  [/(?:the )?same day\b/iy, 0],
  [/\(?\+ ?1 ?d(?:ay)?\)?(?![a-z])/iy, 1],
]
const dayNumbers = /(?:day (\d{1,2})\b|(\d{1,2}) ?日目)/iy
const parts =
  /(?:未明|明け方|早朝|朝方|朝|午前中?(?! ?\d)|昼前|昼過ぎ|昼|正午頃|午後(?! ?\d)|夕方|夕刻|夜間|夜|深夜|終日|翌朝|上旬|中旬|下旬|月初|月末|(?:early |late |mid-?)?(?:morning|afternoon|evening|night|midnight|overnight|lunchtime|midday)(?![a-z])|EOD\b|COB\b)/iy
const unknowns =
  /(?:時刻不明|時間不明|日時不明|不明|不詳|未定|未確認|未記録|(?:time |exact time )?(?:unknown|unclear|not recorded|tbc|tbd|n\/a)(?![a-z])|\?{1,4}(?![?:\d]))/iy
const isoOffset = /(?:Z(?![A-Za-z])|([+-])(\d{2}):?(\d{2})(?![\d:]))/y

function step(text: string, at: number, moment: Moment, place: MomentPlace): number | null {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  if (!moment.clock && !moment.holed) {
    const clock = readClock(text, at, { expected: place.expected || moment.date !== null })
    if (clock) {
      moment.clock = clock
      const offset = readIsoOffset(text, clock.end, text.charAt(at - 1) === 'T')
      if (offset) moment.zone = offset.zone
      return offset?.end ?? clock.end
    }
    const holed = readHoledClock(text, at)
    if (holed) {
      moment.holed = holed
      return holed.end
    }
  }
  if (!moment.date) {
    const date = readDate(text, at)
    if (date && (moment.clock === null || closesStamp(text, date, place))) {
      moment.date = date
      return date.end
    }
  }
  if (moment.dayShift === null && !moment.date) {
    for (const [pattern, shift] of shifts) {
      const found = match(pattern)
      if (!found) continue
      moment.dayShift = shift
      return at + found[0].length
    }
  }
  if (moment.dayNumber === null && !moment.clock) {
    const day = match(dayNumbers)
    if (day) {
      moment.dayNumber = Number(day[1] ?? day[2])
      return at + day[0].length
    }
  }
  if (moment.weekday === null) {
    const weekday = readWeekday(text, at)
    if (weekday && (moment.clock === null || text.charAt(at) === '(' || place.expected)) {
      moment.weekday = weekday.weekday
      return weekday.end
    }
  }
  const behind = moment.clock || moment.date || moment.holed ? match(roughAfter) : null
  const rough = behind ?? (moment.clock ? null : match(roughBefore))
  if (rough && !moment.approx) {
    moment.approx = true
    return at + rough[0].length
  }
  if (!moment.zone) {
    const zone = readZone(text, at)
    if (zone) {
      moment.zone = zone.zone
      return zone.end
    }
  }
  if (moment.part === null && !moment.clock && !moment.holed) {
    const part = match(parts)
    if (part) {
      moment.part = part[0]
      return at + part[0].length
    }
  }
  if (!moment.unknown && !moment.clock) {
    const unknown = match(unknowns)
    if (unknown) {
      moment.unknown = true
      return at + unknown[0].length
    }
  }
  return null
}

/** Behind a clock time a date is the row's own only when nothing but the end of the stamp follows: `10:05 4/5 nodes` is no date. */
function closesStamp(text: string, date: WrittenDate, place: MomentPlace): boolean {
  if (place.expected) return true
  const whole = date.readings.some((one) => one.year !== null && one.day !== null) || /[a-z]/i.test(date.text)
  return whole && /^(?: ?(?:UTC|GMT|JST)\b)?\s*(?:$|[-:|)\]>])/.test(text.slice(date.end, date.end + 16))
}

/** `Z`, `+09:00`; a minus only where ISO's `T` stands before the clock, for it may begin the end of a span. */
function readIsoOffset(text: string, from: number, iso: boolean): { zone: WrittenZone; end: number } | null {
  isoOffset.lastIndex = from
  const tight = isoOffset.exec(text)
  isoOffset.lastIndex = from + 1
  const found = tight ?? (text.charAt(from) === ' ' ? isoOffset.exec(text) : null)
  if (!found) return null
  if (found[0] === 'Z') {
    const zone = zoneOfOffset('+', 0, 0)
    return zone && tight ? { zone, end: from + 1 } : null
  }
  const compact = !found[0].includes(':')
  if (found[1] === '-' && !iso && !(compact && !tight)) return null
  const zone = zoneOfOffset(found[1] ?? '+', Number(found[2]), Number(found[3]))
  return zone ? { zone, end: found.index + found[0].length } : null
}

/** What is said about one instant from `from` of a folded text on; null where nothing is. */
export function readMoment(text: string, from: number, place: MomentPlace): Moment | null {
  const moment = blank(from)
  let at = from
  for (let steps = 0; steps < 12; steps++) {
    const next = step(text, at, moment, place)
    if (next === null) break
    moment.end = next
    between.lastIndex = next
    const gap = between.exec(text)
    at = next + (gap?.[0].length ?? 0)
  }
  const said =
    moment.date || moment.clock || moment.holed || moment.part || moment.unknown || moment.dayShift !== null
  return said || moment.weekday !== null || moment.dayNumber !== null || moment.zone ? moment : null
}
