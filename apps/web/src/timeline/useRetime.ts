import { changeTimelineEntry } from '@kintsugi/board'
import type { TimelineEntry } from '@kintsugi/model'
import { timesIn } from '@kintsugi/words'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession } from '../board/boardContext.tsx'
import { dayOf, instantAfter, instantAt, timeOfDay } from './typedTime.ts'

export interface Retime {
  /** The day, `YYYY-MM-DD`, that a typed time falls on; empty where none is known. */
  day: string
  time: string
  until: string
  zoneName: string
  setDay(day: string): void
  /** What is wrong with it, in words; undefined where it is taken. Empty takes the time away. */
  typeTime(typed: string): string | undefined
  typeUntil(typed: string): string | undefined
}

/** Day, time and end of an entry on the clock of the incident's zone, as they are typed. */
export function useRetime(entry: TimelineEntry): Retime {
  const { t, language } = useWords()
  const { board } = useSession()
  const timeZone = useBoard((s) => s.incident.timeZone)
  const first = useBoard((s) => s.timeline.find((other) => other.at !== null)?.at ?? null)
  const times = timesIn(timeZone, language)
  const day =
    entry.at !== null ? dayOf(entry.at, timeZone) : (entry.day ?? (first ? dayOf(first, timeZone) : ''))
  const clock = (at: string | null): string => (at === null ? '' : times.clock(at))

  const retime = (nextDay: string, time: string): void => {
    const at = instantAt(nextDay, time, timeZone)
    const length = entry.at && entry.until ? Date.parse(entry.until) - Date.parse(entry.at) : null
    changeTimelineEntry(board, entry.id, {
      at,
      until: length === null ? null : instantAfter(at, length),
      day: null,
    })
  }
  return {
    day,
    time: clock(entry.at),
    until: clock(entry.until),
    zoneName: times.zoneName(entry.at ?? first ?? 0),
    setDay(next) {
      if (next === '') return
      if (entry.at === null) changeTimelineEntry(board, entry.id, { day: next })
      else retime(next, times.clock(entry.at))
    },
    typeTime(typed) {
      if (typed.trim() === '') {
        changeTimelineEntry(board, entry.id, { at: null, until: null, day: day === '' ? null : day })
        return undefined
      }
      const time = timeOfDay(typed)
      if (time === null) return t('panels.entry.timeWrong')
      retime(day === '' ? dayOf(new Date().toISOString(), timeZone) : day, time)
      return undefined
    },
    typeUntil(typed) {
      if (entry.at === null) return undefined
      if (typed.trim() === '') {
        changeTimelineEntry(board, entry.id, { until: null })
        return undefined
      }
      const time = timeOfDay(typed)
      if (time === null) return t('panels.entry.timeWrong')
      const until = instantAt(day, time, timeZone)
      // An end earlier on the clock is an end after midnight.
      const passed = Date.parse(until) > Date.parse(entry.at) ? until : instantAfter(until, 86_400_000)
      changeTimelineEntry(board, entry.id, { until: passed })
      return undefined
    },
  }
}
