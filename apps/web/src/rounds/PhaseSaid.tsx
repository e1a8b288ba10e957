import type { LiveRound } from '@kintsugi/protocol'
import { useEffect, useRef, useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { ownPrincipal } from '../identity/ownPrincipal.ts'
import type { Session } from '../live/session.ts'
import { cornerOf } from './corner.ts'
import { endingOf } from './endingOf.ts'

/** Says once, to whoever listens, that a round has begun, turned anonymous, was revealed, is over or was called off; the last to the eyes of those in it, too. */
export function PhaseSaid({ live }: { live: LiveRound | null }) {
  const { t, language } = useWords()
  const session = useSession()
  const published = useBoard((s) => s.rounds)
  const [said, setSaid] = useState('')
  const before = useRef<{ session: Session; round: LiveRound | null }>({ session, round: null })
  /** Its end has not been said yet. */
  const left = useRef<LiveRound | null>(null)
  useEffect(() => {
    // Another board's round is no news here.
    const isSame = before.current.session === session
    const was = isSame ? before.current.round : null
    before.current = { session, round: live }
    if (!isSame) left.current = null
    if (was && was.id !== live?.id) left.current = was
    const ending = left.current && endingOf(left.current, published)
    if (left.current && ending) {
      const isDraft = cornerOf(session).draft.get().text.trim() !== ''
      const told = t(`rounds.told.${ending}`)
      const me = ownPrincipal(ensureGuest(language))
      if (ending === 'calledOff' && left.current.members.some(({ principal }) => principal === me))
        say(isDraft ? `${told} ${t('rounds.told.draftStays')}` : told)
      left.current = null
      setSaid(told)
    }
    if (!live) return
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
  }, [live, published, session, t, language])
  return (
    <p role="status" className="sr-only" data-testid="round-said">
      {said}
    </p>
  )
}
