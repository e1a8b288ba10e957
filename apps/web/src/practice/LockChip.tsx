import { Button } from '@kintsugi/ui'
import { Lock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { type Conduct, holds } from './conduct.ts'
import { clockText } from './countdown.ts'
import { useNow } from './useNow.ts'

/** The board is locked for a moment: by whom, for how long, and what that means for what one writes. */
export function LockChip({ own }: { own: Conduct }) {
  const { t } = useWords()
  const isHeld = useReadable(useSession().boardState) === 'locked'
  const lock = own.heard?.lock ?? null
  const now = useNow(500, lock !== null)
  const was = useRef(lock)
  useEffect(() => {
    if (was.current && !lock) say(t('conduct.lock.ended'))
    was.current = lock
  }, [lock, t])
  if (!lock) return null
  const left = clockText(Math.max(0, Date.parse(lock.until) - (now + (own.heard?.skewMs ?? 0))))
  const leads = holds(own, 'facilitator')
  return (
    <span className="k-lock" data-testid="lock">
      <Lock size={14} aria-hidden="true" />
      <b role="status">{leads ? t('conduct.lock.yours') : t('conduct.lock.by', { name: lock.by })}</b>
      <span role="timer" aria-label={t('conduct.lock.left', { left })} data-testid="lock-left">
        {left}
      </span>
      {isHeld && <small>{t('conduct.lock.waits')}</small>}
      {leads && (
        <Button look="quiet" data-testid="unlock" onClick={() => own.change({ lock: null })}>
          {t('conduct.lock.unlock')}
        </Button>
      )}
    </span>
  )
}
