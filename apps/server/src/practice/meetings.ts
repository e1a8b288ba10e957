import { type BoardId, type Problem, toInstant } from '@kintsugi/model'
import {
  type LiveRound,
  type Meeting,
  type MeetingChange,
  type MeetingTimer,
  type Member,
  meetingRoles,
  meetingSchema,
  type ServerFrame,
} from '@kintsugi/protocol'
import { type Principal, serverPrincipal } from '../access/guests.ts'
import { refused } from '../refused.ts'
import type { MeetingState, Storage } from '../storage/storage.ts'
import { Attendance } from './attendance.ts'
import { mayLead, type Room, rolesAfter } from './roles.ts'

/** The meeting of each board. The team's step, the timer and the roles are kept across restarts; the rest lasts as long as those who are there. */
export interface Meetings {
  of(boardId: BoardId): Meeting
  /**
   * Everybody on the board is told. Problems: `askFacilitator`, `facilitatorOnly`, `roleHeld`, `roleNotYours`,
   * `memberAbsent`, `notOnBoard`. Throws what the storage throws where it is not kept; then nothing was changed.
   */
  change(boardId: BoardId, change: MeetingChange, by: Principal): { meeting: Meeting } | { problem: Problem }
  facilitatorOf(boardId: BoardId): Member | null
  /** Who is on the board, those included who may be back in a moment. */
  there(boardId: BoardId): Member[]
  /** Whether a lock keeps this person from writing now. */
  isLocked(boardId: BoardId, principal: Principal): boolean
  /** Somebody came, or went. */
  attendance(boardId: BoardId): void
  /** Says to everybody how it stands, after what is kept elsewhere has changed (the round). */
  tell(boardId: BoardId): void
  /** Nobody is told anything any more. */
  close(): void
}

/** What the meeting needs of those who hold the board open. */
export interface Audience {
  members(boardId: BoardId): readonly Member[]
  tell(boardId: BoardId, frame: ServerFrame): void
  /** Who may write is another question now. */
  lockChanged(boardId: BoardId): void
}

/** What is gone with the people, or with the process. Who is ready is told to nobody. */
type Moment = { hands: Member[]; ready: Set<string>; lock: { by: string; endsAt: number } | null }

const nothing: MeetingState = { step: null, timer: null, facilitator: null, scribe: null }

export function openMeetings(parts: {
  storage: Pick<Storage, 'meetings'>
  now: () => number
  /** Asked when somebody acts: it may be opened after the meetings. */
  audience: () => Audience
  /** The round that is going on. */
  roundOf?: (boardId: BoardId) => LiveRound | null
}): Meetings {
  const { storage, now, audience, roundOf = () => null } = parts
  const moments = new Map<BoardId, Moment>()
  let closed = false
  const attendance = new Attendance({
    members: (boardId) => audience().members(boardId),
    now,
    gone(boardId, principal) {
      const moment = momentOf(boardId)
      const hands = moment.hands.filter((hand) => hand.principal !== principal)
      const wasReady = moment.ready.delete(principal)
      if (wasReady || hands.length < moment.hands.length) {
        keepMoment(boardId, { ...moment, hands })
        tell(boardId)
      }
    },
    awayChanged(boardId, principal) {
      const state = stateOf(boardId)
      const holders = meetingRoles.flatMap((role) => state[role] ?? [])
      if (holders.some((holder) => principal === null || holder.principal === principal)) tell(boardId)
    },
  })
  const stateOf = (boardId: BoardId): MeetingState => storage.meetings.read(boardId) ?? nothing
  const momentOf = (boardId: BoardId): Moment =>
    moments.get(boardId) ?? { hands: [], ready: new Set(), lock: null }
  function keepMoment(boardId: BoardId, moment: Moment): void {
    if (moment.hands.length + moment.ready.size > 0 || moment.lock) moments.set(boardId, moment)
    else moments.delete(boardId)
  }

  /** Whoever calls themselves something else by now is called so. */
  function calledOn(boardId: BoardId): (member: Member) => Member {
    const here = new Map(
      audience()
        .members(boardId)
        .map((member) => [member.principal, member]),
    )
    return (member) => here.get(member.principal) ?? member
  }
  function facilitatorOf(boardId: BoardId): Member | null {
    const { facilitator } = stateOf(boardId)
    return facilitator && calledOn(boardId)(facilitator)
  }

  const isAway = (boardId: BoardId, holder: Member | null): boolean =>
    holder !== null && attendance.isAway(boardId, holder.principal)

  function of(boardId: BoardId): Meeting {
    const state = stateOf(boardId)
    const { step, timer, facilitator, scribe } = state
    const { hands, ready, lock } = momentOf(boardId)
    const present = attendance.present(boardId)
    const called = calledOn(boardId)
    return meetingSchema.parse({
      step,
      timer,
      facilitator: facilitator && called(facilitator),
      scribe: scribe && called(scribe),
      away: meetingRoles.filter((role) => isAway(boardId, state[role])),
      hands: hands.map(called),
      ready: { done: [...ready].filter((principal) => present.has(principal)).length, of: present.size },
      lock: lock && { by: lock.by, until: toInstant(lock.endsAt) },
      round: roundOf(boardId),
      now: toInstant(now()),
    })
  }
  const tell = (boardId: BoardId): void => audience().tell(boardId, { type: 'meeting', meeting: of(boardId) })

  function roomOf(boardId: BoardId): Room {
    return {
      isAway: (principal) => attendance.isAway(boardId, principal),
      member: (principal) =>
        audience()
          .members(boardId)
          .find((member) => member.principal === principal),
    }
  }

  /** Why somebody may not do all of this; null where they may. */
  function objection(
    boardId: BoardId,
    state: MeetingState,
    change: MeetingChange,
    by: Member,
  ): { problem: Problem } | null {
    const facilitator = facilitatorOf(boardId)
    const leads = change.step !== undefined || change.timer !== undefined
    if (leads && !mayLead(state, by, roomOf(boardId)))
      return refused('askFacilitator', { name: facilitator?.name ?? '' })
    const ofOthers = change.lowerHand !== undefined && change.lowerHand !== by.principal
    if ((change.lock !== undefined || ofOthers) && facilitator?.principal !== by.principal)
      return facilitator ? refused('askFacilitator', { name: facilitator.name }) : refused('facilitatorOnly')
    const ofOneself = change.ready === true || change.hand === true || change.role?.to === 'me'
    return ofOneself && !attendance.present(boardId).has(by.principal) ? refused('notOnBoard') : null
  }

  function handsAfter(hands: Member[], { hand, lowerHand }: MeetingChange, by: Member): Member[] {
    const down = new Set([lowerHand, hand === false ? by.principal : undefined])
    const left = hands.filter(({ principal }) => !down.has(principal))
    const isUp = left.some(({ principal }) => principal === by.principal)
    return hand === true && !isUp ? [...left, by] : left
  }

  function readyAfter(ready: Set<string>, change: MeetingChange, by: Member, moved: boolean): Set<string> {
    const after = new Set(moved ? [] : ready)
    if (change.ready === true) after.add(by.principal)
    if (change.ready === false) after.delete(by.principal)
    return after
  }

  function lockAfter(boardId: BoardId, minutes: number | null, by: Member): Moment['lock'] {
    if (minutes === null) return null
    const lock = { by: by.name, endsAt: now() + minutes * 60_000 }
    setTimeout(() => {
      const moment = momentOf(boardId)
      // Another one may hold by then, or none.
      if (closed || moment.lock !== lock) return
      keepMoment(boardId, { ...moment, lock: null })
      tell(boardId)
      audience().lockChanged(boardId)
    }, minutes * 60_000).unref()
    return lock
  }

  return {
    of,
    tell,
    there: (boardId) => attendance.there(boardId),
    facilitatorOf,
    isLocked(boardId, { id }) {
      const lock = moments.get(boardId)?.lock ?? null
      if (lock === null || lock.endsAt <= now() || id === serverPrincipal.id) return false
      const { facilitator, scribe } = stateOf(boardId)
      return facilitator?.principal !== id && scribe?.principal !== id
    },
    attendance(boardId) {
      if (closed) return
      attendance.noticed(boardId)
      // The totals are out of how many there are.
      if (momentOf(boardId).ready.size > 0) tell(boardId)
    },
    close() {
      closed = true
      attendance.close()
    },
    change(boardId, change, { id, name }) {
      const by: Member = { principal: id, name }
      const before = stateOf(boardId)
      const problem = objection(boardId, before, change, by)
      if (problem) return problem
      const given = change.role ? rolesAfter(before, change.role, by, roomOf(boardId)) : { roles: before }
      if ('problem' in given) return given
      const after: MeetingState = {
        facilitator: given.roles.facilitator,
        scribe: given.roles.scribe,
        step: change.step === undefined ? before.step : change.step,
        timer: change.timer === undefined ? before.timer : timerAfter(before.timer, change.timer, now()),
      }
      if (change.step !== undefined || change.timer !== undefined || change.role !== undefined)
        storage.meetings.keep(boardId, after)
      const moment = momentOf(boardId)
      // Without a facilitator nobody could open it again.
      const locks = after.facilitator === null ? null : change.lock
      const lock = locks === undefined ? moment.lock : lockAfter(boardId, locks, by)
      keepMoment(boardId, {
        hands: handsAfter(moment.hands, change, by),
        ready: readyAfter(moment.ready, change, by, after.step !== before.step),
        lock,
      })
      tell(boardId)
      // Who takes or gives a role while it is locked may write now, or may not any more.
      if (lock !== moment.lock || (lock !== null && change.role !== undefined))
        audience().lockChanged(boardId)
      return { meeting: of(boardId) }
    },
  }
}

/** Pausing what does not run, going on with what is not paused, stopping what is not there: nothing happens. */
export function timerAfter(
  timer: MeetingTimer | null,
  act: NonNullable<MeetingChange['timer']>,
  now: number,
): MeetingTimer | null {
  if (typeof act === 'object') {
    const durationMs = act.start * 60_000
    return { durationMs, endsAt: toInstant(now + durationMs), remainingMs: null }
  }
  if (act === 'stop' || timer === null) return null
  if (act === 'pause' && timer.endsAt !== null) {
    return { ...timer, endsAt: null, remainingMs: Math.max(0, Date.parse(timer.endsAt) - now) }
  }
  if (act === 'resume' && timer.remainingMs !== null) {
    return { ...timer, endsAt: toInstant(now + timer.remainingMs), remainingMs: null }
  }
  return timer
}
