import type { MeetingChange, Member, ServerFrame } from '@kintsugi/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MeetingState } from '../storage/storage.ts'
import { openMeetings } from './meetings.ts'

const board = 'b'.repeat(22)
const [kim, sato, lee] = [
  { principal: 'kim', name: 'Kim' },
  { principal: 'sato', name: '佐藤' },
  { principal: 'lee', name: 'Lee' },
] as const

/** A meeting among people who come and go as the test says. */
function gathering() {
  const here = new Map<string, Member>()
  const kept = new Map<string, MeetingState>()
  const told: ServerFrame[] = []
  let locks = 0
  const open = () =>
    openMeetings({
      storage: { meetings: { read: (id) => kept.get(id), keep: (id, state) => void kept.set(id, state) } },
      now: Date.now,
      audience: () => ({
        members: () => [...here.values()],
        tell: (_, frame) => void told.push(frame),
        lockChanged() {
          locks += 1
        },
      }),
    })
  let meetings = open()
  const after = (act: () => void): void => {
    act()
    meetings.attendance(board)
  }
  return {
    told,
    kept,
    get locks() {
      return locks
    },
    get now() {
      return meetings.of(board)
    },
    come: (...who: Member[]) =>
      after(() => {
        for (const member of who) here.set(member.principal, member)
      }),
    go: (...who: Member[]) =>
      after(() => {
        for (const { principal } of who) here.delete(principal)
      }),
    locked: (who: Member) => meetings.isLocked(board, { id: who.principal, name: who.name }),
    restart() {
      meetings.close()
      meetings = open()
    },
    asks: (who: Member, change: MeetingChange) =>
      meetings.change(board, change, { id: who.principal, name: who.name }),
    /** The problem's code, or undefined where it was done. */
    does(who: Member, change: MeetingChange): string | undefined {
      const answer = this.asks(who, change)
      return 'problem' in answer ? answer.problem.code : undefined
    },
  }
}
const take = { role: { role: 'facilitator', to: 'me' } } as const
const takeScribe = { role: { role: 'scribe', to: 'me' } } as const

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-04-20T04:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('roles', () => {
  it('[FA1] a free role is taken; one whose holder is here is handed over by them alone, to somebody who is here', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    expect(meeting.does(kim, take)).toBeUndefined()
    expect(meeting.does(sato, take)).toBe('roleHeld')
    expect(meeting.does(sato, { role: { role: 'facilitator', to: sato } })).toBe('roleNotYours')
    expect(meeting.does(sato, { role: { role: 'facilitator', to: 'nobody' } })).toBe('roleNotYours')
    expect(meeting.does(kim, { role: { role: 'facilitator', to: lee } })).toBe('memberAbsent')
    expect(meeting.now.facilitator).toEqual(kim)
    expect(
      meeting.does(kim, { role: { role: 'facilitator', to: { ...sato, name: 'Boss' } } }),
    ).toBeUndefined()
    expect(meeting.now.facilitator).toEqual(sato)
    expect(meeting.does(sato, takeScribe)).toBeUndefined()
    expect(meeting.does(sato, { role: { role: 'facilitator', to: 'nobody' } })).toBeUndefined()
    expect(meeting.now).toMatchObject({ facilitator: null, scribe: sato })
  })

  it('[FA1] who is not on the board takes no role, and who is back in a moment does', () => {
    const meeting = gathering()
    expect(meeting.does(kim, take)).toBe('notOnBoard')
    meeting.come(kim, sato)
    meeting.go(kim)
    expect(meeting.does(kim, take)).toBeUndefined()
    vi.advanceTimersByTime(15_000)
    expect(meeting.does(kim, takeScribe)).toBe('notOnBoard')
    expect(meeting.now).toMatchObject({ facilitator: kim, scribe: null })
  })

  it('[FA1] [FA3] who has been gone for ten seconds no longer holds a role against those who are here', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    meeting.does(kim, take)
    meeting.go(kim)
    vi.advanceTimersByTime(9_999)
    expect(meeting.does(sato, take)).toBe('roleHeld')
    vi.advanceTimersByTime(1)
    expect(meeting.does(sato, { step: 'kpt' })).toBeUndefined()
    expect(meeting.does(sato, take)).toBeUndefined()
    meeting.go(sato)
    vi.advanceTimersByTime(9_000)
    meeting.come(sato, kim)
    vi.advanceTimersByTime(9_000)
    expect(meeting.does(kim, take)).toBe('roleHeld')
  })

  it('[FA10] everybody is told at once whose role may be taken, and that is what may be', () => {
    const meeting = gathering()
    const toldLast = () => {
      const frame = meeting.told.at(-1)
      return frame?.type === 'meeting' ? frame.meeting.away : undefined
    }
    meeting.come(kim, sato, lee)
    meeting.does(kim, take)
    meeting.does(lee, takeScribe)
    meeting.go(kim)
    vi.advanceTimersByTime(9_999)
    expect(toldLast()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(toldLast()).toEqual(['facilitator'])
    // Nobody took it: it is still Kim's, and held again.
    meeting.come(kim)
    expect([toldLast(), meeting.now.facilitator, meeting.does(sato, take)]).toEqual([[], kim, 'roleHeld'])
    // However long Kim has been gone.
    meeting.go(kim)
    vi.advanceTimersByTime(3_600_000)
    expect(toldLast()).toEqual(['facilitator'])
    meeting.come(kim)
    expect([toldLast(), meeting.does(sato, take)]).toEqual([[], 'roleHeld'])
    // Whose going takes nothing from anybody is no news.
    const { length } = meeting.told
    meeting.go(sato)
    vi.advanceTimersByTime(3_600_000)
    expect(meeting.told).toHaveLength(length)
  })

  it('[FA10] [FA2] who has not come within a minute after a restart is away, and that is told', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    meeting.does(kim, take)
    meeting.restart()
    meeting.go(kim)
    meeting.come(sato)
    vi.advanceTimersByTime(59_999)
    expect([meeting.now.away, meeting.does(sato, take)]).toEqual([[], 'roleHeld'])
    vi.advanceTimersByTime(1)
    expect(meeting.told.at(-1)).toMatchObject({ meeting: { away: ['facilitator'] } })
    expect(meeting.does(sato, take)).toBeUndefined()
    expect(meeting.now.away).toEqual([])
  })

  it('[FA2] roles outlive a restart, after which their holders have a minute to come back; they go by their present name', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    meeting.does(kim, take)
    meeting.restart()
    meeting.come(sato)
    expect(meeting.now.facilitator).toEqual(kim)
    expect(meeting.does(sato, take)).toBe('roleHeld')
    meeting.come({ ...kim, name: 'Kim (SRE)' })
    expect(meeting.now.facilitator?.name).toBe('Kim (SRE)')
    for (const change of [take, { step: 'kpt' }, { lock: 1 }] as const)
      expect(meeting.asks(sato, change)).toMatchObject({ problem: { args: { name: 'Kim (SRE)' } } })
    vi.advanceTimersByTime(120_000)
    expect(meeting.does(sato, take)).toBe('roleHeld')
  })

  it('[FA3] step and timer are everybody’s until somebody facilitates, then theirs and the scribe’s', () => {
    const meeting = gathering()
    meeting.come(kim, sato, lee)
    expect(meeting.does(lee, { step: 'causes', timer: { start: 5 } })).toBeUndefined()
    meeting.does(kim, take)
    meeting.does(sato, takeScribe)
    expect(meeting.does(lee, { step: 'kpt' })).toBe('askFacilitator')
    expect(meeting.does(lee, { timer: 'pause' })).toBe('askFacilitator')
    expect(meeting.now.step).toBe('causes')
    expect(meeting.does(sato, { timer: 'stop' })).toBeUndefined()
    expect(meeting.does(kim, { step: 'kpt' })).toBeUndefined()
    expect(meeting.now).toMatchObject({ step: 'kpt', timer: null })
  })
})

describe('hands', () => {
  it('[FA4] stand in the order of asking; one’s own goes down, others’ by the facilitator only', () => {
    const meeting = gathering()
    meeting.come(kim, sato, lee)
    meeting.does(kim, take)
    for (const who of [lee, sato, kim, lee]) meeting.does(who, { hand: true })
    expect(meeting.now.hands).toEqual([lee, sato, kim])
    expect(meeting.does(sato, { lowerHand: 'lee' })).toBe('askFacilitator')
    expect(meeting.does(kim, { lowerHand: 'lee' })).toBeUndefined()
    expect(meeting.does(sato, { hand: false })).toBeUndefined()
    expect(meeting.now.hands).toEqual([kim])
  })

  it('[FA4] stay for a reload, and leave with their person', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    meeting.does(sato, { hand: true })
    meeting.go(sato)
    vi.advanceTimersByTime(10_000)
    meeting.come(sato)
    vi.advanceTimersByTime(60_000)
    expect(meeting.now.hands).toEqual([sato])
    meeting.go(sato)
    const before = meeting.told.length
    vi.advanceTimersByTime(15_000)
    expect(meeting.told.length).toBe(before + 1)
    expect(meeting.now.hands).toEqual([])
    expect(meeting.does(sato, { hand: true })).toBe('notOnBoard')
  })
})

describe('ready', () => {
  it('[FA5] is told as totals of those who are here, and kept nowhere with a name', () => {
    const meeting = gathering()
    meeting.come(kim, sato, lee)
    meeting.does(kim, { ready: true, step: 'owner' })
    meeting.does(sato, { ready: true })
    meeting.does(sato, { ready: true })
    expect(meeting.now.ready).toEqual({ done: 2, of: 3 })
    meeting.does(kim, { ready: false })
    expect(meeting.now.ready).toEqual({ done: 1, of: 3 })
    expect(JSON.stringify([meeting.told, [...meeting.kept.values()]])).not.toContain('sato')
    meeting.go(lee)
    vi.advanceTimersByTime(15_000)
    meeting.come(kim)
    expect(meeting.now.ready).toEqual({ done: 1, of: 2 })
    meeting.go(sato)
    vi.advanceTimersByTime(15_000)
    expect(meeting.now.ready).toEqual({ done: 0, of: 1 })
  })

  it('[FA5] begins anew with each step', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    meeting.does(kim, { step: 'owner' })
    meeting.does(sato, { ready: true })
    meeting.does(kim, { step: 'owner' })
    expect(meeting.now.ready.done).toBe(1)
    meeting.does(kim, { step: 'causes' })
    expect(meeting.now.ready).toEqual({ done: 0, of: 2 })
  })
})

describe('the lock', () => {
  it('[FA6] is the facilitator’s, leaves out them and the scribe, and ends by itself', () => {
    const meeting = gathering()
    meeting.come(kim, sato, lee)
    expect(meeting.does(kim, { lock: 2 })).toBe('facilitatorOnly')
    meeting.does(kim, take)
    meeting.does(sato, takeScribe)
    expect(meeting.does(lee, { lock: 2 })).toBe('askFacilitator')
    expect(meeting.does(kim, { lock: 2 })).toBeUndefined()
    expect([kim, sato, lee].map(meeting.locked)).toEqual([false, false, true])
    expect(meeting.now.lock).toEqual({ by: 'Kim', until: '2026-04-20T04:02:00Z' })
    vi.advanceTimersByTime(60_000)
    meeting.does(kim, { lock: 2 })
    vi.advanceTimersByTime(60_000)
    // The first one's end is not the second one's.
    expect(meeting.locked(lee)).toBe(true)
    const { locks } = meeting
    vi.advanceTimersByTime(60_000)
    expect([meeting.locked(lee), meeting.now.lock, meeting.locks]).toEqual([false, null, locks + 1])
  })

  it('[FA7] is gone with the facilitator’s role, and goes on under the next facilitator', () => {
    const meeting = gathering()
    meeting.come(kim, sato)
    meeting.does(kim, take)
    meeting.does(kim, { lock: 10 })
    const { locks } = meeting
    meeting.does(kim, { role: { role: 'facilitator', to: sato } })
    expect([kim, sato].map(meeting.locked)).toEqual([true, false])
    expect(meeting.locks).toBe(locks + 1)
    meeting.does(sato, { role: { role: 'facilitator', to: 'nobody' } })
    expect([meeting.locked(kim), meeting.now.lock]).toEqual([false, null])
    meeting.does(kim, take)
    expect(meeting.does(kim, { role: { role: 'facilitator', to: 'nobody' }, lock: 10 })).toBeUndefined()
    expect([meeting.locked(sato), meeting.now.lock]).toEqual([false, null])
  })
})
