import { Button } from '@kintsugi/ui'
import { Footprints } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useReadable } from '../../board/boardContext.tsx'
import { following, leading } from '../../presence/leading.ts'
import { FollowInvitation } from './FollowInvitation.tsx'
import { useFollowing, useLeading } from './useFollowing.ts'
import { useInvitation } from './useInvitation.ts'
import './followMe.css'

/** Somebody shows the others around: who wants to, sees what they see, until they move by themselves. */
export function FollowMe() {
  const { t } = useWords()
  const isLeading = useReadable(leading)
  const followed = useReadable(following)
  const { leader, inviting, decline } = useInvitation()

  useLeading(isLeading)
  useFollowing(leader?.sight ?? null)

  const name = useRef('')
  if (leader) name.current = leader.name
  useEffect(() => {
    if (followed === null || leader) return
    following.set(null)
    say(t('conduct.follow.ended', { name: name.current }))
  }, [followed, leader, t])

  return (
    <div className="k-follow" data-following={leader !== undefined || undefined}>
      {leader && (
        <p className="k-follow-pill" role="status" data-testid="following">
          <Footprints size={14} aria-hidden="true" />
          <b>{t('conduct.follow.following', { name: leader.name })}</b>
          <span>{t('conduct.follow.stop')}</span>
          <Button look="quiet" data-testid="follow-stop" onClick={() => following.set(null)}>
            {t('conduct.follow.end')}
          </Button>
        </p>
      )}
      {isLeading && (
        <p className="k-follow-pill" role="status" data-testid="leading">
          <Footprints size={14} aria-hidden="true" />
          <b>{t('conduct.follow.leading')}</b>
          <Button look="quiet" data-testid="lead-stop" onClick={() => leading.set(false)}>
            {t('conduct.follow.end')}
          </Button>
        </p>
      )}
      <FollowInvitation inviting={inviting} decline={decline} />
    </div>
  )
}
