import { type Moment, type MomentPlace, readMoment } from './moment.ts'
import { readZone, zoneOfOffset } from './zones.ts'

/** When a row happened, as written: an instant or a span, further instants, the same instant on another clock. */
export interface Stamp {
  start: Moment
  /** End of a span; `null` with `openEnd` for `21:01〜`. */
  until: Moment | null
  openEnd: boolean
  /** `〜21:23`: only the end is said. */
  openStart: boolean
  /** A day that ends a span of days without its month: `2026-04-15 〜 18`. */
  untilDay: number | null
  also: Moment[]
  /** The same instant on another clock: `21:00（UTC 12:00）`. */
  twin: Moment | null
  /** A dash between blanks, with words right behind the second time: that time may belong to the words. */
  doubtfulSpan: boolean
  /** Words in the stamp that are no time. */
  remark: string
  from: number
  /** Behind the stamp, before the separator. */
  end: number
}

/** `cell`: the whole text is about time (a time column, a heading). `lead`: a row begins with it. */
export type StampMode = 'cell' | 'lead'

const skipSpace = (text: string, from: number): number => {
  let at = from
  while (/\s/.test(text.charAt(at))) at++
  return at
}
const doubt =
  /(?:not sure|maybe|unsure|approx|about|roughly|estimat|\best\b|around|推定|概算|おおよそ|およそ|頃|ごろ|不確か|おそらく|たぶん|約)/i
const unknown = /(?:tbc|tbd|unknown|to be confirmed|不明|未確認|要確認|未定|不詳)/i
const rangeSign = /\s*(?:〜|-{1,2}>?|~|→|から|=>|\b(?:to|until|till|through)\b)\s*/iy
const listSign = /\s*(?:,|、|\/|&|\band\b|と|および|及び)\s*/iy

function parenthesis(text: string, from: number): { inner: string; end: number } | null {
  const at = skipSpace(text, from)
  if (text.charAt(at) !== '(') return null
  const close = text.indexOf(')', at)
  if (close < 0 || close - at > 80) return null
  return { inner: text.slice(at + 1, close), end: close + 1 }
}

/** Takes what stands in brackets behind a time into the stamp; false when it is about something else. */
function absorb(stamp: Stamp, inner: string, mode: StampMode): boolean {
  const offset = /^\s*([+-])(\d{1,2}):?(\d{2})?\s*$/.exec(inner)
  const zoned = offset ? zoneOfOffset(offset[1] ?? '+', Number(offset[2]), Number(offset[3] ?? 0)) : null
  if (zoned && stamp.start.clock) {
    stamp.start.zone ??= zoned
    return true
  }
  const moment = readMoment(inner, skipSpace(inner, 0), { expected: false })
  const whole = moment !== null && /^\s*$/.test(inner.slice(moment.end))
  if (moment && whole) {
    const { start } = stamp
    if (moment.clock && start.clock && moment.zone) stamp.twin = moment
    else if (moment.clock && start.clock) return false
    else {
      start.clock ??= moment.clock
      start.date ??= moment.date
      start.zone ??= moment.zone
      start.dayShift ??= moment.dayShift
      start.weekday ??= moment.weekday
      start.part ??= moment.part
      start.holed ??= moment.holed
      start.approx ||= moment.approx
      start.unknown ||= moment.unknown && !start.clock
    }
    return true
  }
  const pieces = inner.split(/[,、/;]/).map((piece) => piece.trim())
  const zones = pieces.map((piece) => readZone(piece, 0))
  const zone = zones.find((found, i) => found?.end === pieces[i]?.length)
  if (zone) stamp.start.zone ??= zone.zone
  if (doubt.test(inner)) {
    stamp.start.approx = true
    return true
  }
  if (unknown.test(inner) && !stamp.start.clock) {
    stamp.start.unknown = true
    return true
  }
  if (zone && pieces.length > 1) return true
  if (mode === 'lead') return false
  stamp.remark = `${stamp.remark} ${inner}`.trim()
  return true
}

function readUntil(
  text: string,
  from: number,
  stamp: Stamp,
  place: MomentPlace,
  mode: StampMode,
): number | null {
  rangeSign.lastIndex = from
  const sign = rangeSign.exec(text)
  if (!sign) return null
  const next = from + sign[0].length
  const moment = readMoment(text, next, place)
  const timed = moment !== null && (moment.clock !== null || moment.holed !== null)
  // `10:00 UTC - 2024-05-01 - deploy`: the date behind the time.
  const dated = moment?.date && !moment.clock && stamp.start.clock && !stamp.start.date
  if (moment && dated && isAnother(text, moment)) {
    stamp.start = { ...stamp.start, date: moment.date, weekday: moment.weekday }
    return moment.end
  }
  const dayed =
    moment !== null && stamp.start.clock === null && (moment.date !== null || moment.part !== null)
  if (moment && (timed || (dayed && (mode === 'cell' || moment.date !== null)))) {
    stamp.until = moment
    stamp.doubtfulSpan = mode === 'lead' && /^\s-+\s$/.test(sign[0]) && !isAnother(text, moment)
    return moment.end
  }
  const day =
    mode === 'cell' && stamp.start.clock === null
      ? /^(\d{1,2})(?:日)?(?=\s*$|\s*\()/.exec(text.slice(next))
      : null
  if (day) {
    stamp.untilDay = Number(day[1])
    return next + day[0].length
  }
  const open = /〜|から/.test(sign[0]) || (mode === 'cell' && text.slice(next).trim() === '')
  if (open && (stamp.start.clock || mode === 'cell')) {
    stamp.openEnd = true
    return next
  }
  return null
}

/** Reads a stamp from `from` of a folded text on. */
export function readStamp(text: string, from: number, mode: StampMode): Stamp | null {
  const place = { expected: mode === 'cell' }
  const begin = skipSpace(text, from)
  const openStart = text.charAt(begin) === '〜'
  const start = readMoment(text, openStart ? skipSpace(text, begin + 1) : begin, place)
  if (!start) return null
  const stamp: Stamp = {
    start,
    until: null,
    openEnd: false,
    openStart,
    untilDay: null,
    also: [],
    twin: null,
    doubtfulSpan: false,
    remark: '',
    from: begin,
    end: start.end,
  }
  for (let guard = 0; guard < 8; guard++) {
    const brackets = parenthesis(text, stamp.end)
    if (brackets && absorb(stamp, brackets.inner, mode)) {
      stamp.end = brackets.end
      continue
    }
    if (!stamp.until && !stamp.openEnd && stamp.also.length === 0) {
      const end = readUntil(text, stamp.end, stamp, place, mode)
      if (end !== null) {
        stamp.end = end
        joinDateAndTime(stamp)
        continue
      }
    }
    listSign.lastIndex = stamp.end
    const sign = stamp.start.clock ? listSign.exec(text) : null
    const further = sign ? readMoment(text, stamp.end + sign[0].length, place) : null
    const other = further?.zone && stamp.start.zone && further.zone.id !== stamp.start.zone.id
    if (further?.clock && (other || isAnother(text, further))) {
      if (other) stamp.twin = further
      else stamp.also.push(further)
      stamp.end = further.end
      continue
    }
    break
  }
  // `00:07–00:20 UTC`, `10:05, 10:10 UTC`: the zone said once, behind the last time, holds for all.
  stamp.start.zone ??= stamp.also.at(-1)?.zone ?? stamp.until?.zone ?? null
  return stamp
}

/** `May 1 – 10:05`: the dash stands between the day and its time, it spans nothing. */
function joinDateAndTime(stamp: Stamp): void {
  const { start, until } = stamp
  if (!until || start.clock || start.holed || !start.date || until.date || until.dayShift !== null) return
  if (!until.clock && !until.holed) return
  stamp.start = { ...until, date: start.date, weekday: start.weekday, approx: start.approx || until.approx }
  stamp.until = null
}

/** In `10:05, 10:10 - retries` the second time is one more; in `10:05, 12:00 UTC's backup` it belongs to the words. */
function isAnother(text: string, moment: Moment): boolean {
  return /^\s*(?:$|[-:|)\],、/&〜→]|and\b|UTC|JST)/.test(text.slice(moment.end, moment.end + 8))
}

const separator = /^\s*(?:[\])]\s*)?(?:(?:に(?:は)?、?|[:|;]|-{1,3}>?|→|⇒|・|=>|>|,|、|\.(?=\s))\s*)?/
/** Where the words of the row begin behind its stamp. */
export function behindStamp(text: string, end: number): number {
  return end + (separator.exec(text.slice(end, end + 40))?.[0].length ?? 0)
}

/** Whether what stands directly behind a leading stamp lets it be one (and not the beginning of a number or a name). */
export function endsCleanly(text: string, end: number): boolean {
  return !/^[A-Za-z0-9_%/.](?!\s|$)|^[A-Za-z0-9_%/]/.test(text.slice(end, end + 2))
}
