const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const
const week = 7 * 86_400_000

/** How long ago, as people say it; `justNow` within the minute, after a week the day itself. */
export function whenText(instant: string, language: string, now: number, justNow: string): string {
  const ms = Date.parse(instant) - now
  if (-ms > week) {
    const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear()
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      month: language === 'ja' ? 'long' : 'short',
      day: 'numeric',
      ...(sameYear ? {} : { year: 'numeric' }),
    }).format(Date.parse(instant))
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, length] of units) if (-ms >= length) return relative.format(Math.ceil(ms / length), unit)
  return justNow
}
