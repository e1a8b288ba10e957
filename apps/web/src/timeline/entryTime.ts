import type { TimelineEntry } from '@kintsugi/model'
import type { Words } from '@kintsugi/words'
import { clockOf, dayText } from './zonedTime.ts'

const dayMs = 86_400_000

/**
 * When an entry was, as its card says it: `21:47`, `21:47 頃`, `21:58–22:10`, `翌 00:10`.
 * `firstDay` is the day (in the zone) on which the incident's timeline begins.
 */
export function entryTime(
  entry: TimelineEntry,
  {
    t,
    timeZone,
    language,
    firstDay,
  }: { t: Words; timeZone: string; language: string; firstDay: string | null },
): string {
  if (entry.at === null) {
    if (entry.day === null) return t('board.timeUnknown')
    return dayText(Date.parse(`${entry.day}T00:00:00Z`), 'UTC', language)
  }
  const ms = Date.parse(entry.at)
  const from = clockOf(ms, timeZone)
  const clock =
    entry.until === null ? from.time : `${from.time}–${clockOf(Date.parse(entry.until), timeZone).time}`
  const time = entry.approx ? t('board.approxTime', { time: clock }) : clock
  const days = firstDay === null ? 0 : Math.round((Date.parse(from.day) - Date.parse(firstDay)) / dayMs)
  if (days === 0) return time
  if (days === 1) return t('board.nextDayTime', { time })
  return `${dayText(ms, timeZone, language)} ${time}`
}

export function firstDayOf(timeline: readonly TimelineEntry[], timeZone: string): string | null {
  const first = timeline.find((entry) => entry.at !== null)?.at
  return first === undefined || first === null ? null : clockOf(Date.parse(first), timeZone).day
}

/** A length of time as people say it: `5分10秒`, `1 h 2 min`. At most two units, rounded down to the smaller. */
export function lengthText(ms: number, t: Words): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const units = [
    ['days', Math.floor(seconds / 86_400)],
    ['hours', Math.floor(seconds / 3600) % 24],
    ['minutes', Math.floor(seconds / 60) % 60],
    ['seconds', seconds % 60],
  ] as const
  const from = units.findIndex(([, count]) => count > 0)
  if (from === -1) return t('board.length.seconds', { n: 0 })
  const said = units
    .slice(from, from + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => t(`board.length.${unit}`, { n: count }))
  return `${ms < 0 ? '−' : ''}${said.join(t('board.length.join'))}`
}
