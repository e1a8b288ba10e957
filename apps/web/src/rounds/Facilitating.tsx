import type { Member } from '@kintsugi/protocol'
import { Button } from '@kintsugi/ui'
import { UserRoundCheck } from 'lucide-react'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import type { Api } from '../live/api.ts'
import { isTakeable } from '../practice/conduct.ts'

export interface FacilitatingProps {
  facilitator: Member | null
  /** What is said where somebody else has the role, and where nobody has it. */
  others: (name: string) => string
  nobody?: string
  api: Pick<Api, 'changeMeeting'>
  explain: (error: unknown) => string
}
/** Why this is somebody else's to do, or one click that makes it one's own. */
export function Facilitating({ facilitator, others, nobody, api, explain }: FacilitatingProps) {
  const { t, language } = useWords()
  const { boardId, meeting } = useSession()
  const { busy, trouble, ask } = useAsking(explain)
  const mayTake = isTakeable(useReadable(meeting), 'facilitator')
  if (facilitator && !mayTake) return <p className="k-round-note">{others(facilitator.name)}</p>
  const take = (): Promise<unknown> =>
    ask(() => api.changeMeeting(boardId, ensureGuest(language), { role: { role: 'facilitator', to: 'me' } }))
  return (
    <div className="k-round-role">
      <p>{facilitator ? others(facilitator.name) : nobody}</p>
      <Button look="ink" disabled={busy} data-testid="round-take-role" onClick={() => void take()}>
        <UserRoundCheck size={15} aria-hidden="true" />
        {facilitator ? t('conduct.takeOver', { name: facilitator.name }) : t('rounds.open.takeRole')}
      </Button>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}
