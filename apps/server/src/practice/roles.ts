import type { Problem } from '@kintsugi/model'
import type { Meeting, MeetingChange, MeetingRole, Member } from '@kintsugi/protocol'
import { refused } from '../refused.ts'

export type Roles = Pick<Meeting, MeetingRole>
type RoleChange = NonNullable<MeetingChange['role']>

/** What has to be known of those whom a change of roles concerns. */
export interface Room {
  /** Has been gone for so long that others may take over. */
  isAway(principal: string): boolean
  /** Under this id somebody is on the board now. */
  member(principal: string): Member | undefined
}

/** Taking what is free or whose holder is away; handing over and laying down what is one's own. */
export function rolesAfter(
  before: Roles,
  { role, to }: RoleChange,
  by: Member,
  room: Room,
): { roles: Roles } | { problem: Problem } {
  const holder = before[role]
  const isMine = holder?.principal === by.principal
  const held = (member: Member | null): { roles: Roles } => ({
    roles: { facilitator: before.facilitator, scribe: before.scribe, [role]: member },
  })
  if (to === 'me') {
    if (holder === null || isMine || room.isAway(holder.principal)) return held(by)
    return refused('roleHeld', { name: (room.member(holder.principal) ?? holder).name })
  }
  if (!isMine) return holder === null && to === 'nobody' ? held(null) : refused('roleNotYours')
  if (to === 'nobody') return held(null)
  const next = room.member(to.principal)
  return next === undefined ? refused('memberAbsent', { name: to.name }) : held(next)
}

/** Whoever moves the step and the timer: everybody, as long as nobody facilitates, or who does is away. */
export function mayLead(roles: Roles, by: Member, room: Pick<Room, 'isAway'>): boolean {
  const { facilitator, scribe } = roles
  if (facilitator === null || room.isAway(facilitator.principal)) return true
  return facilitator.principal === by.principal || scribe?.principal === by.principal
}
