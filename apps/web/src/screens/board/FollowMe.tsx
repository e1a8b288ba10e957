import { Button } from '@kintsugi/ui'
import { Footprints } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useReadable, useSession } from '../../board/boardContext.tsx'
import { following, leading, stillDeclined } from '../../presence/leading.ts'
import { useFollowing, useLeading } from './useFollowing.ts'
import './followMe.css'

/** Somebody shows the others around: who wants to, sees what they see, until they move by themselves. */
export function FollowMe() {
  const { t } = useWords()
  const { presence, meeting } = useSession()
  const others = useReadable(presence.others)
  const facilitator = useReadable(meeting)?.facilitator?.principal
  const isLeading = useReadable(leading)
  const followed = useReadable(following)
  const [declined, setDeclined] = useState<readonly string[]>([])
  const leaders = others.filter(({ sight }) => sight !== null)
  const leader = leaders.find(({ clientId }) => clientId === followed)
  const inviting = leaders.find(
    ({ clientId, principal }) => clientId !== followed && !declined.includes(principal),
  )

  useLeading(isLeading)
  useFollowing(leader?.sight ?? null)

  const name = useRef('')
  if (leader) name.current = leader.name
  useEffect(() => {
    if (followed === null || leader) return
    following.set(null)
    say(t('conduct.follow.ended', { name: name.current }))
  }, [followed, leader, t])
  const still = stillDeclined(declined, leaders, facilitator)
  if (still !== declined) setDeclined(still)

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
      {!leader && !isLeading && inviting && (
        <p className="k-follow-pill" role="status" data-testid="follow-invitation">
          <Footprints size={14} aria-hidden="true" />
          <b>{t('conduct.follow.invites', { name: inviting.name })}</b>
          <Button look="ink" data-testid="follow-accept" onClick={() => following.set(inviting.clientId)}>
            {t('conduct.follow.accept')}
          </Button>
          <Button
            look="quiet"
            data-testid="follow-decline"
            onClick={() => setDeclined([...declined, inviting.principal])}
          >
            {t('conduct.follow.decline')}
          </Button>
        </p>
      )}
    </div>
  )
}
