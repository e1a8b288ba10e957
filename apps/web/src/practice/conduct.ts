import type { PracticeStep } from '@kintsugi/model'
import { type MeetingChange, type MeetingRole, type Member, meetingRoles } from '@kintsugi/protocol'
import type { HeardMeeting } from '../live/heardMeeting.ts'
import { type Cell, createCell } from '../live/readable.ts'
import { peopleIn } from '../presence/people.ts'

/** This person's hand on the meeting of the open board. */
export interface Conduct {
  /** The own id. */
  readonly me: string
  readonly heard: HeardMeeting | null
  /** Whether this person has said that they are done with the step; only they know. */
  readonly isReady: boolean
  change(what: MeetingChange): void
}
/** Null as long as no board is open, or the server has not said how its meeting stands. */
export const conduct: Cell<Conduct | null> = createCell<Conduct | null>(null)

/** Whether the menu of roles is open; a command opens it too. */
export const rolesOpen: Cell<boolean> = createCell(false)

export const holds = ({ me, heard }: Pick<Conduct, 'me' | 'heard'>, role: MeetingRole): boolean =>
  heard?.[role]?.principal === me
export const handIsUp = ({ me, heard }: Conduct): boolean =>
  heard?.hands.some(({ principal }) => principal === me) ?? false

/** Who has raised a hand since, the latest of them; null where nobody has. */
export function raisedSince(before: readonly Member[], hands: readonly Member[]): Member | null {
  return hands.findLast(({ principal }) => before.every((other) => other.principal !== principal)) ?? null
}

/** Whether somebody else's role may be taken over. Who is not seen here may be invisible, or back in a moment: the server says. */
export const isTakeable = (heard: HeardMeeting | null, role: MeetingRole): boolean =>
  heard?.away.includes(role) ?? false

/** Whether this person moves the team's step and its timer: with a role, or as long as nobody facilitates who is here. */
export const leads = (own: Pick<Conduct, 'me' | 'heard'>): boolean =>
  !own.heard?.facilitator ||
  isTakeable(own.heard, 'facilitator') ||
  meetingRoles.some((role) => holds(own, role))

/** Whether a role is one's own, or to be had. */
export const mayTake = (own: Pick<Conduct, 'me' | 'heard'>, role: MeetingRole): boolean =>
  !own.heard?.[role] || holds(own, role) || isTakeable(own.heard, role)

/** What can be done about a role. */
export interface RoleActs {
  take: boolean
  takeOver: boolean
  layDown: boolean
  handTo: Member[]
}
export function roleActs(
  { me, heard }: Pick<Conduct, 'me' | 'heard'>,
  role: MeetingRole,
  others: readonly Member[],
): RoleActs {
  const holder = heard?.[role] ?? null
  const isMine = holder?.principal === me
  return {
    take: holder === null,
    takeOver: holder !== null && !isMine && isTakeable(heard, role),
    layDown: isMine,
    handTo: isMine ? peopleIn(others, me) : [],
  }
}

/** Being done is about one step: what was said of another one, or before the team began anew, is over. */
export function isReadyFor(
  saidAt: PracticeStep | 'none' | null,
  heard: Pick<HeardMeeting, 'step'> | null,
): boolean {
  return heard !== null && saidAt === (heard.step ?? 'none')
}
