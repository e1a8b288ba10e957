import { useEffect, useMemo } from 'react'
import { useReadable, useSession } from '../../board/boardContext.tsx'
import { declinedOn, following, leading, stillDeclined } from '../../presence/leading.ts'
import type { OtherPresence } from '../../presence/presenceChannel.ts'

export interface Invitation {
  /** Whose view this window follows. */
  leader: OtherPresence | undefined
  /** Who would like to be followed, and has not been told no. */
  inviting: OtherPresence | undefined
  decline(principal: string): void
}
/** Who shows the others around, in either view of the board. */
export function useInvitation(): Invitation {
  const session = useSession()
  const others = useReadable(session.presence.others)
  const facilitator = useReadable(session.meeting)?.facilitator?.principal
  const isLeading = useReadable(leading)
  const followed = useReadable(following)
  const cell = useMemo(() => declinedOn(session), [session])
  const declined = useReadable(cell)
  const leaders = others.filter(({ sight }) => sight !== null)
  const leader = leaders.find(({ clientId }) => clientId === followed)
  const still = stillDeclined(declined, leaders, facilitator)
  useEffect(() => cell.set(still), [cell, still])
  const isFree = !leader && !isLeading
  return {
    leader,
    inviting: isFree ? leaders.find(({ principal }) => !still.includes(principal)) : undefined,
    decline: (principal) => cell.set([...declined, principal]),
  }
}
