import { describe, expect, it } from 'vitest'
import type { HeardMeeting } from '../live/heardMeeting.ts'
import { handIsUp, holds, isReadyFor, leads, raisedSince, roleActs } from './conduct.ts'

const [me, kim, sato] = [
  { principal: 'me', name: 'Me' },
  { principal: 'kim', name: 'Kim' },
  { principal: 'sato', name: '佐藤' },
] as const
const heard = (more: Partial<HeardMeeting>): HeardMeeting => ({
  step: null,
  timer: null,
  facilitator: null,
  scribe: null,
  away: [],
  hands: [],
  ready: { done: 0, of: 0 },
  lock: null,
  round: null,
  skewMs: 0,
  ...more,
})

describe('what can be done about a role', () => {
  it('[WPR5] a free one is taken, one’s own handed to those who are here or laid down', () => {
    expect(roleActs({ me: 'me', heard: heard({}) }, 'facilitator', [kim])).toEqual({
      ...{ take: true, takeOver: false, layDown: false, handTo: [] },
    })
    // Kim has two tabs, I have another one, and somebody has no name for the server yet.
    const others = [kim, sato, kim, me, { principal: '', name: '' }]
    expect(roleActs({ me: 'me', heard: heard({ facilitator: me }) }, 'facilitator', others)).toEqual({
      ...{ take: false, takeOver: false, layDown: true, handTo: [kim, sato] },
    })
  })
  it('[WPR5] somebody else’s is offered only where the server says that it may be taken over, whoever is seen here', () => {
    const acts = (away: HeardMeeting['away'], others: readonly (typeof kim | typeof sato)[]) =>
      roleActs({ me: 'me', heard: heard({ scribe: kim, away }) }, 'scribe', others)
    for (const others of [[kim, sato], [sato]]) {
      expect(acts([], others)).toEqual({ take: false, takeOver: false, layDown: false, handTo: [] })
      expect(acts(['facilitator'], others).takeOver).toBe(false)
      expect(acts(['scribe'], others)).toMatchObject({ takeOver: true, handTo: [] })
    }
  })
})

it('[WPR13] step and timer are offered to whoever leads, and to all while nobody does who is here', () => {
  const offered = (more: Partial<HeardMeeting>) => leads({ me: 'me', heard: heard(more) })
  expect(offered({})).toBe(true)
  expect(offered({ facilitator: kim })).toBe(false)
  expect(offered({ facilitator: kim, away: ['facilitator'] })).toBe(true)
  expect(offered({ facilitator: kim, scribe: sato, away: ['scribe'] })).toBe(false)
  expect([offered({ facilitator: me }), offered({ facilitator: kim, scribe: me })]).toEqual([true, true])
})

it('[WPR6] being done is about the step it was said of', () => {
  expect(isReadyFor('causes', heard({ step: 'causes' }))).toBe(true)
  expect(isReadyFor('causes', heard({ step: 'kpt' }))).toBe(false)
  expect(isReadyFor('none', heard({}))).toBe(true)
  expect([isReadyFor('causes', null), isReadyFor(null, heard({}))]).toEqual([false, false])
})

it('[WPR10] a hand is told when it goes up, and not because another one went down', () => {
  expect(raisedSince([], [kim])).toBe(kim)
  expect(raisedSince([kim], [kim, sato])).toBe(sato)
  expect(raisedSince([kim, sato], [kim])).toBeNull()
  expect(raisedSince([kim, sato], [sato, me])).toBe(me)
})

it('[WPR5] knows the own role and the own hand by the id, not by the name', () => {
  const own = { me: 'me', isReady: false, change: () => undefined }
  const namesake = { principal: 'other', name: 'Me' }
  expect(holds({ ...own, heard: heard({ facilitator: namesake }) }, 'facilitator')).toBe(false)
  expect(handIsUp({ ...own, heard: heard({ hands: [namesake] }) })).toBe(false)
  expect(handIsUp({ ...own, heard: heard({ hands: [kim, me] }) })).toBe(true)
})
