import type { LiveRound } from '@kintsugi/protocol'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'

/** Says once, to whoever listens, that a round has begun, turned anonymous, was revealed or is over. */
export function PhaseSaid({ live }: { live: LiveRound | null }) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const before = useRef<LiveRound | null>(null)
  useEffect(() => {
    const was = before.current
    before.current = live
    if (!live) {
      if (was) setSaid(t('rounds.told.over'))
      return
    }
    const present = live.members.length
    if (was?.id !== live.id || was.state !== live.state) {
      if (live.state === 'revealed')
        setSaid(
          live.kind === 'voting'
            ? t('rounds.told.counted')
            : t('rounds.told.revealed', { count: live.count }),
        )
      else if (live.kind === 'voting') setSaid(t('rounds.told.voting', { present }))
      else
        setSaid(
          t(live.mode === 'anonymous' ? 'rounds.told.writingAnonymous' : 'rounds.told.writingSigned', {
            present,
          }),
        )
    } else if (was.mode !== live.mode) setSaid(t('rounds.told.nowAnonymous'))
  }, [live, t])
  return (
    <p role="status" className="sr-only" data-testid="round-said">
      {said}
    </p>
  )
}
