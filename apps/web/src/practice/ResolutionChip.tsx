import { resolutionClock } from '@kintsugi/analysis'
import { formatDuration, timesIn } from '@kintsugi/words'
import { History } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { toSecond, useNow } from './useNow.ts'

/** How long it has been since all was normal again, and how the meeting stands to that. Said, not scolded. */
export function ResolutionChip() {
  const { t, language } = useWords()
  const timeline = useBoard((s) => s.timeline)
  const incident = useBoard((s) => s.incident)
  const now = useNow(60_000)
  const clock = useMemo(
    () => resolutionClock({ timeline, incident }, toSecond(now)),
    [timeline, incident, now],
  )
  const times = timesIn(incident.timeZone, language)
  const short = (at: string): string =>
    `${times.date(at, { year: false })} ${times.clock(at, { seconds: false })}`
  const [text, tip] = ((): [string, string] => {
    switch (clock.state) {
      case 'unresolved':
        return [t('practice.clock.unresolved'), t('practice.clock.unresolvedTip')]
      case 'due':
      case 'late': {
        const since = formatDuration(clock.sinceMs, language)
        const deadline = times.date(clock.deadline, { year: false })
        return [
          t(`practice.clock.${clock.state}`, { since, deadline }),
          t(`practice.clock.${clock.state}Tip`),
        ]
      }
      case 'set': {
        const args = { since: formatDuration(clock.sinceMs, language), meeting: short(clock.meeting) }
        return [
          t('practice.clock.set', args),
          t(clock.inTime ? 'practice.clock.setTip' : 'practice.clock.setLateTip'),
        ]
      }
      case 'met': {
        const after = formatDuration(Math.max(0, clock.afterMs), language)
        return [
          t('practice.clock.met', { after }),
          t(clock.inTime ? 'practice.clock.metTip' : 'practice.clock.metLateTip'),
        ]
      }
    }
  })()
  return (
    <span
      className="k-resolution"
      data-state={clock.state}
      data-testid="resolution-clock"
      data-tip={tip}
      data-tip-wide
      data-tip-side="end"
    >
      <History size={14} aria-hidden="true" />
      <span>{text}</span>
      <span className="sr-only">{tip}</span>
    </span>
  )
}
