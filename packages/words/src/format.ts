import type { Language } from './index.ts'

/** Times and durations as a person reads them. Plain values in, sentences out; instants are ISO 8601 strings or epoch milliseconds. */
type Moment = string | number

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const units = {
  ja: { d: '日', h: '時間', min: '分', s: '秒', gap: '', between: '' },
  en: { d: 'd', h: 'h', min: 'min', s: 's', gap: ' ', between: ' ' },
}

/** `5分10秒`, `5 min 10 s`: the two largest units that say something. Negative ones keep their sign. */
export function formatDuration(ms: number, language: Language): string {
  const size = Math.abs(ms)
  const u = units[language]
  const [large, small]: [[number, string], [number, string]] =
    size >= day
      ? [
          [Math.floor(size / day), u.d],
          [Math.floor((size % day) / hour), u.h],
        ]
      : size >= hour
        ? [
            [Math.floor(size / hour), u.h],
            [Math.floor((size % hour) / minute), u.min],
          ]
        : [
            [Math.floor(size / minute), u.min],
            [Math.floor((size % minute) / 1000), u.s],
          ]
  const parts = [large, small].filter(([count]) => count > 0)
  const shown = parts.length > 0 ? parts : [[0, u.s] as const]
  const sign = ms < 0 ? '−' : ''
  return sign + shown.map(([count, unit]) => `${count}${u.gap}${unit}`).join(u.between)
}

export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** Calendar day without zone (`2026-05-15`) → `2026年5月15日`, `15 May 2026`. */
export function formatDay(
  text: string,
  language: Language,
  { year = true }: { year?: boolean } = {},
): string {
  return timesIn('UTC', language).date(`${text}T00:00:00Z`, { year })
}

export interface Times {
  /** Short name of the zone at an instant: `JST`, `CET`, `UTC+9`. */
  zoneName(at: Moment): string
  /** `2026年4月18日`, `18 April 2026`. */
  date(at: Moment, options?: { year?: boolean }): string
  /** `21:47`; with seconds where there are any, unless told otherwise. */
  clock(at: Moment, options?: { seconds?: boolean }): string
  /** Clock, with the day in front where it is another than that of `base`: `翌 00:10`, `19 Apr 00:10`. */
  clockFrom(base: Moment, at: Moment, options?: { seconds?: boolean }): string
  /** An instant or a span as an entry shows it: `21:47 頃`, `21:58–22:10`, `about 21:47`. */
  entry(entry: { at: Moment; until?: Moment | null; approx?: boolean }, base?: Moment): string
  /** `2026年4月18日 21:47 – 翌 00:10 JST`. */
  span(from: Moment, to: Moment): string
  /** `2026年4月20日 13:00 JST`. */
  dateAndClock(at: Moment): string
}

const kept = new Map<string, Times>()
/** Formatters are dear to make and cheap to use: one set a zone and language. */
export function timesIn(zone: string, language: Language): Times {
  const key = `${language} ${zone}`
  const found = kept.get(key) ?? createTimes(zone, language)
  kept.set(key, found)
  return found
}

/** Locales that know a short name where others say `GMT+9`. */
const zoneLocales = ['ja', 'en-US', 'en-GB', 'en-IN', 'en-AU', 'en-NZ', 'en-ZA', 'ko']

function createTimes(zone: string, language: Language): Times {
  const format = (
    options: Intl.DateTimeFormatOptions,
    locale: string = language === 'en' ? 'en-GB' : language,
  ) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  const clockFormat = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const secondsFormat = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const dateFormat = format({ year: 'numeric', month: 'long', day: 'numeric' })
  const yearlessFormat = format({ month: 'long', day: 'numeric' })
  const shortFormat = format({ month: 'short', day: 'numeric' })
  const isoFormat = format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')
  const zoneFormats = zoneLocales.map((locale) => format({ timeZoneName: 'short' }, locale))
  const spoken = language === 'ja' ? { next: '翌', about: '頃' } : { next: '', about: 'about' }

  const ms = (at: Moment): number => (typeof at === 'number' ? at : Date.parse(at))
  const dayNumber = (at: Moment): number => Date.parse(isoFormat.format(ms(at))) / day

  const times: Times = {
    zoneName(at) {
      const names = zoneFormats.map(
        (zoneFormat) => zoneFormat.formatToParts(ms(at)).find((part) => part.type === 'timeZoneName')?.value,
      )
      const name = names.find((candidate) => candidate !== undefined && !candidate.startsWith('GMT'))
      if (name !== undefined) return name
      // London's winter is GMT indeed; everything else of this form is an offset.
      return names[0] === 'GMT' ? 'GMT' : (names[0] ?? zone).replace('GMT', 'UTC')
    },
    date: (at, { year = true } = {}) => (year ? dateFormat : yearlessFormat).format(ms(at)),
    clock(at, { seconds } = {}) {
      const shown = seconds ?? ms(at) % minute >= 1000
      return (shown ? secondsFormat : clockFormat).format(ms(at))
    },
    clockFrom(base, at, options) {
      const days = dayNumber(at) - dayNumber(base)
      const clock = times.clock(at, options)
      if (days === 0) return clock
      if (days === 1 && spoken.next !== '') return `${spoken.next} ${clock}`
      return `${shortFormat.format(ms(at))} ${clock}`
    },
    entry({ at, until, approx = false }, base = at) {
      const start = times.clockFrom(base, at)
      const text = until ? `${start}–${times.clockFrom(at, until)}` : start
      if (!approx) return text
      return language === 'ja' ? `${text} ${spoken.about}` : `${spoken.about} ${text}`
    },
    span(from, to) {
      const end =
        dayNumber(to) === dayNumber(from) || language === 'ja'
          ? times.clockFrom(from, to, { seconds: false })
          : `${times.date(to, { year: false })}, ${times.clock(to, { seconds: false })}`
      const comma = language === 'ja' ? ' ' : ', '
      return `${times.date(from)}${comma}${times.clock(from, { seconds: false })} – ${end} ${times.zoneName(from)}`
    },
    dateAndClock(at) {
      const comma = language === 'ja' ? ' ' : ', '
      return `${times.date(at)}${comma}${times.clock(at, { seconds: false })} ${times.zoneName(at)}`
    },
  }
  return times
}
