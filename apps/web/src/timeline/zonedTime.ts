const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, options)
  formats.set(key, made)
  return made
}

/** The day and the time of day that a clock in the zone shows; `time` has seconds only where there are any. */
export function clockOf(ms: number, timeZone: string): { day: string; time: string } {
  const parts: Record<string, string> = {}
  const format = formatOf('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  for (const part of format.formatToParts(ms)) parts[part.type] = part.value
  const seconds = parts.second === '00' ? '' : `:${parts.second}`
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}${seconds}`,
  }
}

/** Distance of the zone's clock from UTC at an instant, in ms. */
export function offsetAt(ms: number, timeZone: string): number {
  const { day, time } = clockOf(ms, timeZone)
  const local = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  return local - Math.floor(ms / 1000) * 1000
}

/** Short name of the zone as people say it: JST, UTC, PDT. */
export function zoneName(ms: number, timeZone: string, language: string): string {
  // Japanese formats give 「日本標準時」 where people write JST.
  const format = formatOf(language === 'ja' && timeZone !== 'Asia/Tokyo' ? 'ja' : 'en-US', {
    timeZone,
    timeZoneName: 'short',
  })
  if (timeZone === 'Asia/Tokyo') return 'JST'
  return format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** A day for people: 4月18日, Apr 18. With the year where `year` says so. */
export function dayText(ms: number, timeZone: string, language: string, year = false): string {
  return formatOf(language, {
    timeZone,
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    ...(year ? { year: 'numeric' } : {}),
  }).format(ms)
}
