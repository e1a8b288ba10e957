import { changeTimelineEntry } from '@kintsugi/board'
import type { TimelineEntry } from '@kintsugi/model'
import { Checkbox, DayInput, TextField } from '@kintsugi/ui'
import { useWords } from '../app/wordsContext.tsx'
import { useSession, useWritable } from '../board/boardContext.tsx'
import { useRetime } from './useRetime.ts'

/** Day, time and end of an entry, typed on the clock of the incident's zone. */
export function TimeFields({ entry }: { entry: TimelineEntry }) {
  const { t } = useWords()
  const { board } = useSession()
  const disabled = !useWritable()
  const { day, time, until, zoneName, setDay, typeTime, typeUntil } = useRetime(entry)
  return (
    <div className="k-field">
      <div className="grid grid-cols-[8.9rem_1fr_1fr] gap-1.5">
        <label className="k-field">
          <span className="k-label">{t('panels.entry.day')}</span>
          <DayInput
            className="k-input"
            value={day}
            disabled={disabled}
            data-testid="entry-day"
            onCommit={setDay}
          />
        </label>
        <TextField
          label={t('panels.entry.time')}
          value={time}
          disabled={disabled}
          placeholder="21:47"
          testId="entry-time"
          onCommit={typeTime}
        />
        <TextField
          label={t('panels.entry.until')}
          value={until}
          disabled={disabled || entry.at === null}
          placeholder="—"
          testId="entry-until"
          onCommit={typeUntil}
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
        <span className="k-hint">{t('panels.entry.zone', { zone: zoneName })}</span>
      </div>
    </div>
  )
}
