import type { PracticeStep } from '@kintsugi/model'
import type { MeetingChange, Member } from '@kintsugi/protocol'
import { IconButton } from '@kintsugi/ui'
import { Pause, Play, Square, Timer } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { later } from '../app/later.ts'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { clockText, countdownAt } from './countdown.ts'
import { useNow } from './useNow.ts'

const Menu = later(() => import('@kintsugi/ui/overlays').then(({ Menu }) => ({ default: Menu })))
const lengths = [5, 10, 15]

export interface MeetingTimerProps {
  /** What it is offered for, and how long that step takes as a suggestion. */
  step: PracticeStep
  minutes: number
  /** Whose it is, where it is not this person's. */
  keeper: Member | null
  onChange: (change: MeetingChange) => void
}
/** The meeting's one timer: whoever starts, pauses or stops it does so for everybody. Others see it, and whose it is. */
export function MeetingTimer({ step, minutes: suggested, keeper, onChange }: MeetingTimerProps) {
  const { t } = useWords()
  const reason = keeper ? t('practice.timer.keeper', { name: keeper.name }) : undefined
  const heard = useReadable(useSession().meeting)
  const ticking = heard?.timer?.endsAt != null
  const now = useNow(250, ticking)
  const anchor = useRef<HTMLButtonElement>(null)
  const [choosing, setChoosing] = useState(false)
  // A change that came between two ticks counts from its own moment.
  const countdown = countdownAt(heard, ticking ? Math.max(now, Date.now() - 250) : now)
  const minutes = 'durationMs' in countdown ? Math.round(countdown.durationMs / 60_000) : 0
  const left = 'leftMs' in countdown ? clockText(countdown.leftMs) : ''
  const lastMinute = countdown.state === 'running' && countdown.leftMs <= 60_000 && minutes > 1
  return (
    <div className="k-timer" data-state={countdown.state} data-testid="timer">
      {(countdown.state === 'running' || countdown.state === 'paused') && (
        <>
          <span
            className="k-timer-left"
            role="timer"
            aria-label={t(`practice.timer.${countdown.state}`, { left })}
            data-last={lastMinute || undefined}
            data-tip={reason}
            data-tip-side="end"
            data-testid="timer-left"
          >
            {left}
          </span>
          {!keeper && (
            <IconButton
              label={t(countdown.state === 'running' ? 'practice.timer.pause' : 'practice.timer.resume')}
              data-testid="timer-pause"
              onClick={() => onChange({ timer: countdown.state === 'running' ? 'pause' : 'resume' })}
            >
              {countdown.state === 'running' ? <Pause size={15} /> : <Play size={15} />}
            </IconButton>
          )}
        </>
      )}
      {countdown.state === 'over' && keeper && (
        <span className="k-timer-over" data-tip={reason} data-tip-side="end" data-testid="timer-over">
          <b>{t('practice.timer.over')}</b>
        </span>
      )}
      {countdown.state === 'over' && !keeper && (
        <button
          type="button"
          className="k-timer-over"
          data-testid="timer-over"
          onClick={() => onChange({ timer: { start: minutes } })}
        >
          <b>{t('practice.timer.over')}</b> {t('practice.timer.again', { count: minutes })}
        </button>
      )}
      {countdown.state === 'none' ? (
        <button
          ref={anchor}
          type="button"
          className="k-bar-chip k-timer-start"
          aria-haspopup="menu"
          aria-expanded={choosing}
          aria-disabled={keeper !== null}
          aria-description={reason}
          data-tip={reason}
          data-tip-side="end"
          data-testid="timer-start"
          onClick={() => (reason ? say(reason) : setChoosing(true))}
        >
          <Timer size={15} aria-hidden="true" />
          {t('practice.timer.start')}
        </button>
      ) : (
        !keeper && (
          <IconButton
            label={t('practice.timer.stop')}
            side="end"
            data-testid="timer-stop"
            onClick={() => onChange({ timer: 'stop' })}
          >
            <Square size={13} />
          </IconButton>
        )
      )}
      {/* Said once each, when there is something new to say. */}
      <span role="status" className="sr-only" data-testid="timer-said">
        {countdown.state === 'over'
          ? t('practice.timer.over')
          : lastMinute
            ? t('practice.timer.minuteLeft')
            : ''}
      </span>
      {choosing && !keeper && (
        <Suspense>
          <Menu
            label={t('practice.timer.label')}
            anchor={anchor}
            onClose={() => setChoosing(false)}
            groups={[
              {
                id: 'lengths',
                title: t('practice.timer.label'),
                entries: [
                  {
                    id: 'step',
                    label: t('practice.timer.startStep', {
                      count: suggested,
                      step: t(`practice.stepName.${step}`),
                    }),
                    act: () => onChange({ timer: { start: suggested } }),
                  },
                  ...lengths.map((count) => ({
                    id: `${count}`,
                    label: t('practice.timer.startMinutes', { count }),
                    act: () => onChange({ timer: { start: count } }),
                  })),
                ],
              },
            ]}
          />
        </Suspense>
      )}
    </div>
  )
}
