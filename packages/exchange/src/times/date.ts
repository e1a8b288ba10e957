/** A calendar date as written: what is missing is null, what can be read in several ways has several `readings`. */
export interface WrittenDate {
  text: string
  readings: DateReading[]
  /** A year with a digit too many (`20202`), as written; `readings` then hold every year it can have meant. */
  mistyped: boolean
  /** Placeholders in it (`2022-05-??`), or a day that no calendar has. */
  unreadable: boolean
  end: number
}
export interface DateReading {
  year: number | null
  month: number
  /** null: only the month is said. */
  day: number | null
  /** Which order of numbers this reading takes, where the writing leaves it open. */
  order: DateOrder | null
}
/** `md` 4/18, `dm` 18/4, `ymd` 26/4/18. */
export type DateOrder = 'md' | 'dm' | 'ymd'

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthWord =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const monthOf = (word: string): number => monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1
const ordinal = '(?:st|nd|rd|th)?'

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
export function isDay(reading: DateReading): boolean {
  if (reading.month < 1 || reading.month > 12) return false
  // A leap day without a year may exist.
  return (
    reading.day === null || (reading.day >= 1 && reading.day <= daysIn(reading.year ?? 2000, reading.month))
  )
}
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))
const reading = (
  year: number | null,
  month: number,
  day: number | null,
  order: DateOrder | null = null,
): DateReading => ({ year, month, day, order })

/** Years that lose their extra digit in every possible place. */
function yearsWithin(digits: string): number[] {
  const years = [...digits].map((_, i) => Number(digits.slice(0, i) + digits.slice(i + 1)))
  return [...new Set(years)].filter((year) => year >= 1970 && year < 2100)
}

type Groups = (string | undefined)[]
interface Form {
  pattern: RegExp
  read: (groups: Groups) => DateReading[]
}
const n = (text: string | undefined): number => Number(text ?? Number.NaN)
const either = (year: number | null, first: number, second: number): DateReading[] => [
  reading(year, first, second, 'md'),
  ...(first === second ? [] : [reading(year, second, first, 'dm')]),
]

/** An ISO date with a digit too many in its year. */
const mistypedIso: Form = {
  pattern: /(\d{5,6})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
  read: ([, year, , month, day]) => yearsWithin(year ?? '').map((y) => reading(y, n(month), n(day))),
}
const iso: Form = {
  pattern: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
  read: ([, year, , month, day]) => [reading(n(year), n(month), n(day))],
}
/** Three short numbers: which of them is the year depends on where one writes. */
const shortYear = (a = '', b = '', c = ''): DateReading[] => [
  ...(c.length === 2 ? [reading(fullYear(c), n(b), n(a), 'dm'), reading(fullYear(c), n(a), n(b), 'md')] : []),
  reading(fullYear(a), n(b), n(c), 'ymd'),
]

const forms: Form[] = [
  mistypedIso,
  iso,
  {
    pattern: /(?:(\d{4}) ?年 ?)(\d{1,2}) ?月 ?(\d{1,2}) ?日/y,
    read: ([, year, month, day]) => [reading(n(year), n(month), n(day))],
  },
  {
    pattern: /(?:令和|R) ?(\d{1,2}|元)(?: ?年 ?|[./])(\d{1,2})(?: ?月 ?|[./])(\d{1,2})(?: ?日|(?!\d))/y,
    read: ([, year, month, day]) => [reading(2018 + (year === '元' ? 1 : n(year)), n(month), n(day))],
  },
  { pattern: /(\d{1,2}) ?月 ?(\d{1,2}) ?日/y, read: ([, month, day]) => [reading(null, n(month), n(day))] },
  {
    pattern: /(20\d{2})(\d{2})(\d{2})(?!\d)/y,
    read: ([, y, month, day]) => [reading(n(y), n(month), n(day))],
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})${ordinal}(?: of)?[ -](${monthWord})\\.?(?:,?[ -]((?:19|20)\\d{2})(?!\\d|:\\d))?(?![a-z])`,
      'iy',
    ),
    read: ([, day, month, year]) => [reading(year ? n(year) : null, monthOf(month ?? ''), n(day))],
  },
  {
    pattern: new RegExp(
      `(${monthWord})\\.? (\\d{1,2})${ordinal}(?!\\d|:\\d)(?:(?: ?- ?|, | and )\\d{1,2}${ordinal}(?!\\d|:\\d))?(?:,? ((?:19|20)\\d{2})(?!\\d|:\\d))?`,
      'iy',
    ),
    read: ([, month, day, year]) => [reading(year ? n(year) : null, monthOf(month ?? ''), n(day))],
  },
  {
    pattern: /(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/y,
    read: ([, a, separator, b, year]) =>
      separator === '.' ? [reading(n(year), n(b), n(a))] : either(n(year), n(a), n(b)),
  },
  { pattern: /(\d{2})([-/])(\d{1,2})\2(\d{1,2})(?!\d|[:.]\d)/y, read: ([, a, , b, c]) => shortYear(a, b, c) },
  { pattern: /(\d{2})\.(\d{2})\.(\d{2})(?!\d|[:.]\d)/y, read: ([, a, b, c]) => shortYear(a, b, c) },
  { pattern: /(\d{1,2})\/(\d{1,2})(?![\d/])/y, read: ([, a, b]) => either(null, n(a), n(b)) },
  { pattern: /(\d{2})-(\d{2})(?!\d|[:-]\d)/y, read: ([, a, b]) => either(null, n(a), n(b)) },
  {
    pattern: /(\d{4})(?:-| ?年 ?)(\d{1,2})(?!\d|[:-]\d)(?: ?月)?/y,
    read: ([, year, month]) => [reading(n(year), n(month), null)],
  },
  { pattern: /(\d{1,2}) ?月(?!\d)/y, read: ([, month]) => [reading(null, n(month), null)] },
]
const holes =
  /(?=[^\s|]{0,12}[?？xX_#DM])(?:\d{4}|20[\d?]{2}|[?？xX]{2,4}|YYYY)(?:\/\d{2})?([-/.])[\d?？xXM_#]{1,2}\1[\d?？xXD_#]{1,2}/y

/** The date written at `from` of a folded text, or null. */
export function readDate(text: string, from: number): WrittenDate | null {
  holes.lastIndex = from
  const hole = holes.exec(text)
  if (hole && /[?？xXYMD_#]/.test(hole[0])) {
    return { text: hole[0], readings: [], mistyped: false, unreadable: true, end: from + hole[0].length }
  }
  for (const form of forms) {
    form.pattern.lastIndex = from
    const found = form.pattern.exec(text)
    if (!found) continue
    const readings = form.read(found).filter(isDay)
    const mistyped = form === mistypedIso
    const end = from + found[0].length
    if (readings.length > 0) return { text: found[0], readings, mistyped, unreadable: false, end }
    // Four digits, two, two, and no such day: a date that cannot be, not something else.
    if (form === iso || mistyped) return { text: found[0], readings: [], mistyped, unreadable: true, end }
  }
  return null
}

const weekdays: [RegExp, number][] = [
  [/\(?(?:mon(?:day)?|月曜日?)\)?[,.]?(?![a-z])/iy, 1],
  [/\(?(?:tue(?:s(?:day)?)?|火曜日?)\)?[,.]?(?![a-z])/iy, 2],
  [/\(?(?:wed(?:nesday)?|水曜日?)\)?[,.]?(?![a-z])/iy, 3],
  [/\(?(?:thu(?:rs?(?:day)?)?|木曜日?)\)?[,.]?(?![a-z])/iy, 4],
  [/\(?(?:fri(?:day)?|金曜日?)\)?[,.]?(?![a-z])/iy, 5],
  [/\(?(?:sat(?:urday)?|土曜日?)\)?[,.]?(?![a-z])/iy, 6],
  [/\(?(?:sun(?:day)?|日曜日?)\)?[,.]?(?![a-z])/iy, 7],
]
const weekdaySign = /\( ?([月火水木金土日])(?:曜日?)?(?:[・/]?祝)? ?\)/y

/** ISO weekday (1 = Monday) written at `from`. */
export function readWeekday(text: string, from: number): { weekday: number; end: number } | null {
  weekdaySign.lastIndex = from
  const sign = weekdaySign.exec(text)
  if (sign) return { weekday: '月火水木金土日'.indexOf(sign[1] ?? '') + 1, end: from + sign[0].length }
  for (const [pattern, weekday] of weekdays) {
    pattern.lastIndex = from
    const found = pattern.exec(text)
    if (found) return { weekday, end: from + found[0].length }
  }
  return null
}
