import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  freeTokens,
  freshRound,
  type KeptRound,
  type OwnNote,
  settled,
  stateOf,
  unvote,
  vote,
  votesGiven,
  votesLeft,
  votesOn,
} from './keptRound.ts'

const token = (n: number) => ({ input: `i${n}`, output: `o${n}` })
const withTokens = (count: number): KeptRound => ({
  ...freshRound('r', 'key'),
  deals: [{ deal: 1, drawn: [], tokens: Array.from({ length: count }, (_, i) => token(i)) }],
})
const own: OwnNote = {
  token: token(0),
  column: 'keep',
  text: 'a',
  key: { editKey: 'e', secret: 's' },
  postedSeal: 'first',
  seal: 'first',
  formerSeal: null,
  serial: 0,
  sent: true,
  refused: null,
  late: false,
  change: null,
}

it('[RW8] votes never exceed the tokens, each token is one vote, and taking back gives exactly one back', () => {
  const topics = ['t1', 't2', 't3']
  const act = fc.record({ topic: fc.constantFrom(...topics), by: fc.constantFrom(1, -1) })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act, { maxLength: 40 }), (count, acts) => {
      let round = withTokens(count)
      for (const { topic, by } of acts) {
        const before = [votesOn(round, topic), votesLeft(round)] as const
        round = by === 1 ? vote(round, topic) : unvote(round, topic)
        const [was, left] = before
        const moved = by === 1 ? Math.min(1, left) : -Math.min(1, was)
        expect([votesOn(round, topic), votesLeft(round)]).toEqual([was + moved, left - moved])
      }
      const inputs = round.ballots.map((ballot) => ballot.token.input)
      expect(new Set(inputs).size).toBe(inputs.length)
      expect(votesGiven(round) + votesLeft(round)).toBe(count)
      expect(inputs.length + freeTokens(round).length).toBe(count)
    }),
  )
})

it('[RW6] a later word waits until the board has it: the new seal is there, or the old one no longer', () => {
  const change = { serial: 1, text: 'b', seal: 'second', signature: 'x', sent: true }
  const changing: KeptRound = { ...withTokens(1), notes: [{ ...own, change }] }
  expect(settled(changing, new Set(['first']))).toEqual(changing)
  expect(settled(changing, new Set(['second'])).notes).toEqual([
    { ...own, text: 'b', seal: 'second', formerSeal: 'first', serial: 1 },
  ])
  const leaving: KeptRound = {
    ...changing,
    notes: [{ ...own, change: { ...change, text: null, seal: null } }],
  }
  expect(settled(leaving, new Set(['first'])).notes).toHaveLength(1)
  const left = settled(leaving, new Set())
  expect([left.notes, left.spent]).toEqual([[], [own.token.input]])
  const unsent: KeptRound = { ...changing, notes: [{ ...own, change: { ...change, sent: false } }] }
  expect(settled(unsent, new Set(['second']))).toEqual(unsent)
})

it('[RW7] an own note is hidden, there, waiting or missing as the published list says', () => {
  const open = { endedAt: null, seals: [] }
  const revealed = (...seals: string[]) => ({ endedAt: '2026-04-20T01:00:00Z', seals })
  expect(stateOf({ ...own, sent: false }, open, false)).toBe('sending')
  expect(stateOf(own, open, false)).toBe('hidden')
  expect(stateOf(own, null, false)).toBe('hidden')
  expect(stateOf(own, revealed('first', 'other'), false)).toBe('there')
  expect(stateOf(own, revealed('other'), false)).toBe('missing')
  expect(stateOf({ ...own, late: true }, revealed('other'), false)).toBe('waiting')
  expect(stateOf({ ...own, late: true }, revealed('other'), true)).toBe('missing')
  expect(stateOf({ ...own, seal: 'second', formerSeal: 'first' }, revealed('first'), false)).toBe('there')
  const change = { serial: 1, text: 'b', seal: 'second', signature: 'x', sent: true }
  expect(stateOf({ ...own, change }, revealed('first'), false)).toBe('changing')
  // In the list, and taken off the board by somebody.
  expect(stateOf(own, revealed('first'), false, new Set(['first']))).toBe('there')
  expect(stateOf(own, revealed('first'), false, new Set(['other']))).toBe('aside')
  expect(
    stateOf({ ...own, seal: 'second', formerSeal: 'first' }, revealed('first'), false, new Set(['first'])),
  ).toBe('there')
})
