import type { TimelineEntry } from '@kintsugi/model'
import { formatDay, type Language, timesIn, type Words } from '@kintsugi/words'

export interface TimeContext {
  t: Words
  language: Language
  timeZone: string
  /** First instant of the timeline: days are named where they differ from its day. */
  base: string | null
}

/** When an entry was, as its card says it: `21:47 頃`, `21:58–22:10`, `翌 00:10`. */
export function entryTime(entry: TimelineEntry, { t, language, timeZone, base }: TimeContext): string {
  if (entry.at !== null)
    return timesIn(timeZone, language).entry(
      { at: entry.at, until: entry.until, approx: entry.approx },
      base ?? undefined,
    )
  return entry.day === null ? t('board.timeUnknown') : formatDay(entry.day, language, { year: false })
}

export function baseOf(timeline: readonly TimelineEntry[]): string | null {
  return timeline.find((entry) => entry.at !== null)?.at ?? null
}
