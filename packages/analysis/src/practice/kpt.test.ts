import { kptHeaps, type Round, roundSchema } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import { keepProposals, latestVotes, votesOf } from '../index.ts'
import { idOf, sketch } from '../testing/sketch.ts'

describe('proposed Keeps', () => {
  const board = sketch({
    timeline: [
      { id: 'night', review: 'lucky' },
      { id: 'slow', review: 'improve' },
      { id: 'rollback', review: 'worked' },
      { id: 'plain' },
      { id: 'empty', text: ' ', review: 'worked' },
      { id: 'no', review: 'worked', keepAnswered: true },
    ],
    kpt: ['keep', 'problem'],
    links: ['about n1 rollback'],
  })
  const proposed = (snapshot = board): string[] => keepProposals(snapshot).map(({ id }) => id)
  it('[AN70] are what worked or was luck and is neither answered nor without words', () => {
    expect(proposed()).toEqual([idOf('night'), idOf('rollback')])
  })
  it('[AN70] leave out what a Keep, and only a Keep, speaks about already', () => {
    const links = [{ kind: 'about' as const, from: idOf('n0'), to: idOf('rollback') }]
    expect(proposed({ ...board, links })).toEqual([idOf('night')])
  })
  it('[AN70] exist in the worked example', () => {
    const entries = paymentTimeout.en.timeline.filter(
      ({ review }) => review === 'worked' || review === 'lucky',
    )
    expect(keepProposals(paymentTimeout.en)).toEqual(entries)
  })
})

describe('votes', () => {
  const round = (votes: Record<string, number>, more: Partial<Round> = {}): Round =>
    roundSchema.parse({
      id: idOf('round'),
      kind: 'voting',
      mode: 'anonymous',
      tokenKey: 'A'.repeat(43),
      tokens: 3,
      members: 4,
      openedAt: '2026-04-20T01:00:00Z',
      endedAt: '2026-04-20T01:10:00Z',
      votes,
      ...more,
    })
  it('[AN71] are those of the vote counted last, never of one that is still open or of a writing round', () => {
    expect(latestVotes({ rounds: [] })).toBe(null)
    const rounds = [
      round({ [idOf('a')]: 1 }),
      round({ [idOf('a')]: 5 }),
      round({}, { endedAt: null }),
      round({}, { kind: 'writing' }),
    ]
    expect(latestVotes({ rounds })).toEqual({ [idOf('a')]: 5 })
  })
  it('[AN71] of a group count its own and those its notes got alone; of what nobody could vote on there are none', () => {
    const snapshot = sketch({ kpt: ['keep', 'keep', 'keep'] })
    snapshot.kptGroups = [{ id: idOf('g'), name: '', slot: { column: 'keep', rank: 'a0' }, batch: null }]
    for (const note of snapshot.kptNotes.slice(0, 2)) note.groupId = idOf('g')
    const [group, alone] = kptHeaps(snapshot, 'keep')
    if (!group || !alone) throw new Error('two heaps')
    const votes = { [idOf('g')]: 2, [idOf('n0')]: 3, [idOf('n2')]: 0 }
    expect([votesOf(votes, group), votesOf(votes, alone), votesOf(null, alone)]).toEqual([5, 0, null])
    expect(votesOf({}, alone)).toBe(null)
  })
})
