import { Button } from '@kintsugi/ui'
import { Footprints } from 'lucide-react'
import { useWords } from '../../app/wordsContext.tsx'
import { visitView } from '../../outline/view.ts'
import { following } from '../../presence/leading.ts'
import { type Invitation, useInvitation } from './useInvitation.ts'
import './followMe.css'

export function FollowInvitation({ inviting, decline }: Pick<Invitation, 'inviting' | 'decline'>) {
  const { t } = useWords()
  if (!inviting) return null
  const accept = (): void => {
    following.set(inviting.clientId)
    visitView('canvas')
  }
  return (
    <p className="k-follow-pill" role="status" data-testid="follow-invitation">
      <Footprints size={14} aria-hidden="true" />
      <b>{t('conduct.follow.invites', { name: inviting.name })}</b>
      <Button look="ink" data-testid="follow-accept" onClick={accept}>
        {t('conduct.follow.accept')}
      </Button>
      <Button look="quiet" data-testid="follow-decline" onClick={() => decline(inviting.principal)}>
        {t('conduct.follow.decline')}
      </Button>
    </p>
  )
}

/** Where there is no canvas to be moved: whoever says yes goes there. */
export function InvitedHere() {
  return (
    <div className="k-follow">
      <FollowInvitation {...useInvitation()} />
    </div>
  )
}
