import { changeTimelineEntry } from '@kintsugi/board'
import type { TimelineEntry } from '@kintsugi/model'
import { Checkbox, TextField } from '@kintsugi/ui'
import { timesIn } from '@kintsugi/words'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { dayOf, instantAfter, instantAt, timeOfDay } from './typedTime.ts'

/** Day, time and end of an entry, typed on the clock of the incident's zone. */
export function TimeFields({ entry }: { entry: TimelineEntry }) {
  const { t, language } = useWords()
  const { board } = useSession()
  const disabled = !useWritable()
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
  return (
    <div className="k-field">
      <div className="grid grid-cols-[8.9rem_1fr_1fr] gap-1.5">
        <label className="k-field">
          <span className="k-label">{t('panels.entry.day')}</span>
          <input
            type="date"
            className="k-input"
            value={day}
            disabled={disabled}
            data-testid="entry-day"
            onChange={(event) => {
              const next = event.target.value
              if (next === '') return
              if (entry.at === null) changeTimelineEntry(board, entry.id, { day: next })
              else retime(next, times.clock(entry.at))
            }}
          />
        </label>
        <TextField
          label={t('panels.entry.time')}
          value={clock(entry.at)}
          disabled={disabled}
          placeholder="21:47"
          testId="entry-time"
          onCommit={(typed) => {
            if (typed.trim() === '') {
              changeTimelineEntry(board, entry.id, { at: null, until: null, day: day === '' ? null : day })
              return
            }
            const time = timeOfDay(typed)
            if (time === null) return t('panels.entry.timeWrong')
            retime(day === '' ? dayOf(new Date().toISOString(), timeZone) : day, time)
          }}
        />
        <TextField
          label={t('panels.entry.until')}
          value={clock(entry.until)}
          disabled={disabled || entry.at === null}
          placeholder="—"
          testId="entry-until"
          onCommit={(typed) => {
            if (entry.at === null) return
            if (typed.trim() === '') {
              changeTimelineEntry(board, entry.id, { until: null })
              return
            }
            const time = timeOfDay(typed)
            if (time === null) return t('panels.entry.timeWrong')
            const until = instantAt(day, time, timeZone)
            // An end earlier on the clock is an end after midnight.
            const passed = Date.parse(until) > Date.parse(entry.at) ? until : instantAfter(until, 86_400_000)
            changeTimelineEntry(board, entry.id, { until: passed })
          }}
        />
      </div>
      <div className="flex items-center justify-between">
        <Checkbox
          checked={entry.approx}
          disabled={disabled}
          onToggle={(approx) => changeTimelineEntry(board, entry.id, { approx })}
        >
          {t('panels.entry.approx')}
        </Checkbox>
        <span className="k-hint">
          {t('panels.entry.zone', { zone: times.zoneName(entry.at ?? first ?? 0) })}
        </span>
      </div>
    </div>
  )
}
