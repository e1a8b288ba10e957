import { dayOf, daysBetween } from '../../times/calendar.ts'
import { readZone, type WrittenZone, zoneOfOffset } from '../../times/zones.ts'

/** When a log line was written: an instant, or a local time whose zone, year or both the line leaves out. */
export interface LogStamp {
  epochMs: number | null
  local: {
    year: number | null
    month: number
    day: number
    minute: number
    second: number
    ms: number
  } | null
  zone: WrittenZone | null
  /** Of syslog: 0 emergency … 7 debug. */
  severity: number | null
  /** The line without its stamp. */
  rest: string
  /** As written, where the instant stays unknown. */
  text: string
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthName = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const iso =
  /^[[("']?(?:"?(?:time|ts|timestamp|@timestamp|date)"? ?[=:] ?"?)?((\d{4})([-/.])(\d{2})\3(\d{2})[T _](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})(?!\d))?)?)(?: ?(Z(?![A-Za-z])|[+-]\d{2}:?\d{2}(?!\d)))?/
const bsd = new RegExp(
  `^(?:<(\\d{1,3})>)?(${monthName} {1,2}(\\d{1,2}) (\\d{2}):(\\d{2}):(\\d{2}))(?:\\.(\\d{1,9}))?(?= )`,
)
const rfc5424 = /^<(\d{1,3})>[1-9]\d? (\S{1,40}) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) /
const common = new RegExp(
  `\\[((\\d{2})/${monthName}/(\\d{4}):(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9}))?) ([+-]\\d{4})\\]`,
)
const epoch = /^\[?((\d{10}|\d{13}|\d{16}|\d{19})(?:\.(\d{1,9}))?)\]?(?=[\s|]|$)/

const milliseconds = (digits: string | undefined): number => Math.trunc(Number(`0.${digits ?? '0'}`) * 1000)
const monthOf = (name = ''): number => months.indexOf(name.toLowerCase()) + 1
const severityOf = (priority: string | undefined): number | null =>
  priority === undefined ? null : Number(priority) % 8

interface Parts {
  year: number | null
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
}

function exists({ year, month, day, hour, minute, second }: Parts): boolean {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  // A leap second is written as 60.
  return real && hour < 24 && minute < 60 && second <= 60
}

function stampOf(
  parts: Parts,
  zone: WrittenZone | null,
  text: string,
  rest: string,
  severity: number | null,
): LogStamp | null {
  if (!exists(parts)) return null
  const { year, month, day, hour, minute, second, ms } = parts
  const stamp = { zone, severity, rest: rest.trim(), text }
  const offset = zone === null ? null : offsetOf(zone)
  if (year !== null && offset !== null) {
    return {
      ...stamp,
      epochMs: Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * 60_000,
      local: null,
    }
  }
  const local = { year, month, day, minute: hour * 60 + minute, second: Math.min(second, 59), ms }
  return { ...stamp, epochMs: null, local }
}

/** Minutes east of UTC of a fixed offset; null for a place, whose clocks change. */
function offsetOf({ id }: WrittenZone): number | null {
  if (id === 'UTC') return 0
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(id)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : null
}

function offsetZone(written: string | undefined): WrittenZone | null {
  if (written === undefined) return null
  if (written === 'Z') return zoneOfOffset('+', 0, 0)
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(written) ?? []
  return zoneOfOffset(sign, Number(hours), Number(minutes))
}

function isoStamp(line: string, severity: number | null): LogStamp | null {
  const found = iso.exec(line)
  if (!found) return null
  const [all, text = '', year, , month, day, hour, minute, second, part, offset] = found
  let at = all.length
  let zone = offsetZone(offset)
  if (!zone) {
    const gap = line.charAt(at) === ' ' ? 1 : 0
    const named = /^[A-Z]{3,4}(?![A-Za-z0-9_-])/.test(line.slice(at + gap, at + gap + 5))
      ? readZone(line, at + gap)
      : null
    if (named) {
      zone = named.zone
      at = named.end
    }
  }
  const rest = line.slice(at)
  // A comma makes it a table's cell.
  if (!/^(?:$|[\s\])"'|:-])/.test(rest)) return null
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    ms: milliseconds(part),
  }
  return stampOf(parts, zone, text, rest.replace(/^[\])"'|:-]{1,3}/, ''), severity)
}

/** What stands behind the header of RFC 5424: structured data, which may hold brackets between quotes, then the message. */
function behindData(text: string): string {
  if (text.startsWith('-')) return text.slice(1).trim()
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (sign === '\\') i++
    else if (sign === '"') quoted = !quoted
    else if (sign === ']' && !quoted && text.charAt(i + 1) !== '[') return text.slice(i + 1).trim()
  }
  return text
}

function syslogStamp(line: string): LogStamp | null {
  const found = rfc5424.exec(line)
  if (!found) return null
  const [all, priority, time = '', host, app] = found
  const message = behindData(line.slice(all.length))
  const rest = `${host === '-' ? '' : `${host} `}${app === '-' ? '' : `${app}: `}${message}`
  const severity = severityOf(priority)
  const stamp = isoStamp(time, severity)
  return stamp ? { ...stamp, rest } : null
}

function bsdStamp(line: string): LogStamp | null {
  const found = bsd.exec(line)
  if (!found) return null
  const [all, priority, text = '', month, day, hour, minute, second, part] = found
  const parts = {
    year: null,
    month: monthOf(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: milliseconds(part),
  }
  return stampOf(parts, null, text, line.slice(all.length), severityOf(priority))
}

function commonStamp(line: string): LogStamp | null {
  const found = common.exec(line.slice(0, 400))
  if (!found) return null
  const [all, text = '', day, month, year, hour, minute, second, part, offset] = found
  const parts = {
    year: Number(year),
    month: monthOf(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: milliseconds(part),
  }
  const rest = `${line.slice(0, found.index).trimEnd()} ${line.slice(found.index + all.length).trimStart()}`
  return stampOf(parts, offsetZone(offset), text, rest, null)
}

function epochStamp(line: string): LogStamp | null {
  const found = epoch.exec(line)
  if (!found) return null
  const [all, text = '', digits = '', part] = found
  // Seconds, milliseconds, microseconds or nanoseconds: told by their length.
  const count = Number(digits)
  const epochMs =
    digits.length === 10
      ? count * 1000 + milliseconds(part)
      : Math.floor(count / 1000 ** Math.round((digits.length - 13) / 3))
  if (epochMs < Date.UTC(2001, 8, 9) || epochMs >= Date.UTC(2100, 0, 1)) return null
  return {
    epochMs,
    local: null,
    zone: null,
    severity: null,
    rest: line.slice(all.length).replace(/^[\s|:]{1,9}/, ''),
    text,
  }
}

/** The stamp at the beginning of a log line (inside it, where web servers write it); null for any other line. */
export function readLogStamp(line: string): LogStamp | null {
  const first = line.charCodeAt(0)
  if (first === 0x3c) return syslogStamp(line) ?? bsdStamp(line)
  return isoStamp(line, null) ?? bsdStamp(line) ?? epochStamp(line) ?? commonStamp(line)
}

/** The day nearest to another of a month and a day without a year. */
export function nearestDay(month: number, day: number, near: string): string {
  const base = Number(near.slice(0, 4))
  const days = [base - 1, base, base + 1].filter(
    (year) => month !== 2 || day !== 29 || new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29,
  )
  const [nearest] = days
    .map((year) => dayOf(year, month, day))
    .toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))
  return nearest ?? dayOf(base, month, day)
}
