export interface WrittenClock {
  /** 0–29: Japanese late-night notation (25:30) counts on past midnight. */
  hour: number
  minute: number
  second: number
  millisecond: number
  meridiem: 'am' | 'pm' | null
  /** Written like 04:15 or beyond 12: surely a 24-hour clock. */
  surely24: boolean
  end: number
}

/** How freely digits may be read: a time column and the place after a date allow `1600` and `13.45`. */
export interface ClockPlace {
  expected: boolean
}

const before = '(午前|午後|AM ?|PM ?)?\\s*'
const after = '(?: ?(am|pm|a\\.m\\.|p\\.m\\.)(?![a-z]))?(?: ?(?:h|hrs?|hours)(?![a-z]))?'
const colon = new RegExp(
  `${before}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?!\\d|:\\d)${after}`,
  'iy',
)
const kanji = /(午前|午後)?\s*(\d{1,2}) ?時(?!間|\d+分間)(?: ?(\d{1,2}) ?分(?: ?(\d{1,2}) ?秒)?|(半))?(?!間)/y
const hourOnly = /(\d{1,2}) ?(am|pm|a\.m\.|p\.m\.)(?![a-z])/iy
const withH = /(\d{1,2})h(\d{2})(?![\da-z])/iy
const four = /([01]\d|2[0-3])([0-5]\d)(?!\d|[:/.-]\d| ?年)/y
const dotted = /(\d{1,2})\.([0-5]\d)(?![\d.])/y
const noon = /(?:正午|noon(?![a-z]))/iy
const zoneFollows = /^(?: ?(?:UTC|GMT|JST|Z\b|CES?T|[PMCE][SD]T|BST)|h\b| hrs?\b)/

const fraction = (digits: string | undefined): number => Math.trunc(Number(`0.${digits ?? '0'}`) * 1000)

function clock(
  parts: { hour: number; minute?: number; second?: number; millisecond?: number },
  meridiem: string | undefined,
  digits: string,
  end: number,
): WrittenClock | null {
  const minute = parts.minute ?? 0
  const second = parts.second ?? 0
  if (parts.hour > 29 || minute > 59 || second > 59) return null
  const sign = meridiem?.trim().toLowerCase().replaceAll('.', '')
  const half = sign === '午前' || sign === 'am' ? 'am' : sign === '午後' || sign === 'pm' ? 'pm' : null
  let hour = parts.hour
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (half === 'am' && hour > 12) return null
  const surely24 =
    half === null && (hour > 12 || hour === 0 || (digits.length === 2 && digits.startsWith('0')))
  return { hour, minute, second, millisecond: parts.millisecond ?? 0, meridiem: half, surely24, end }
}

/** The clock time written at `from` of a folded text, or null. */
export function readClock(text: string, from: number, place: ClockPlace): WrittenClock | null {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const whole = at(colon)
  if (whole) {
    const [all, lead, hour = '', minute, second, part, trail] = whole
    const parts = {
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second ?? 0),
      millisecond: fraction(part),
    }
    return clock(parts, lead ?? trail, hour, from + all.length)
  }
  const ja = at(kanji)
  if (ja) {
    const [all, lead, hour = '', minute, second, half] = ja
    const parts = { hour: Number(hour), minute: half ? 30 : Number(minute ?? 0), second: Number(second ?? 0) }
    return clock(parts, lead, hour, from + all.length)
  }
  const short = at(hourOnly)
  if (short && Number(short[1]) >= 1 && Number(short[1]) <= 12) {
    return clock({ hour: Number(short[1]) }, short[2], short[1] ?? '', from + short[0].length)
  }
  const h = at(withH)
  if (h) return clock({ hour: Number(h[1]), minute: Number(h[2]) }, undefined, h[1] ?? '', from + h[0].length)
  const mid = at(noon)
  if (mid) {
    return {
      hour: 12,
      minute: 0,
      second: 0,
      millisecond: 0,
      meridiem: null,
      surely24: true,
      end: from + mid[0].length,
    }
  }
  const digits = at(four)
  if (digits && (place.expected || zoneFollows.test(text.slice(from + 4, from + 9)))) {
    const end = from + 4 + (/^h\b/.test(text.slice(from + 4)) ? 1 : 0)
    return clock({ hour: Number(digits[1]), minute: Number(digits[2]) }, undefined, `0${digits[1]}`, end)
  }
  const dot = place.expected ? at(dotted) : null
  if (dot) {
    return clock(
      { hour: Number(dot[1]), minute: Number(dot[2]) },
      undefined,
      dot[1] ?? '',
      from + dot[0].length,
    )
  }
  return null
}

/** A clock time with holes: `HH:mm`, `--:--`, `14:??`, `2X:XX`. `hour` where that much is said. */
const holed = /[\dHhXx?？_*#-]{1,2}:[\dMmXx?？_*#-]{1,2}(?::[\dSsXx?？_#-]{2})?(?!\d|:\d)/y
const holedKanji = /(\d{1,2}|[?？]{1,2}) ?時 ?[?？xX]{1,2} ?分/y
export function readHoledClock(
  text: string,
  from: number,
): { text: string; hour: number | null; end: number } | null {
  for (const pattern of [holed, holedKanji]) {
    pattern.lastIndex = from
    const found = pattern.exec(text)
    if (!found || !/[HhXx?？_*#-]/.test(found[0])) continue
    const hour = /^(\d{1,2})(?::| ?時)/.exec(found[0])
    return { text: found[0], hour: hour ? Number(hour[1]) : null, end: from + found[0].length }
  }
  return null
}
