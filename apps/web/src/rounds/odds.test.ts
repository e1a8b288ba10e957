import { mostVotes } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { promiseOf, suggestedVotes, votesTyped } from './odds.ts'

it('[RW9] an anonymous round is refused below three, warned of below five, with the honest number', () => {
  expect([1, 2].map((n) => promiseOf(n).is)).toEqual(['refused', 'refused'])
  expect(promiseOf(3)).toEqual({ is: 'small', present: 3, others: 2 })
  expect(promiseOf(4)).toEqual({ is: 'small', present: 4, others: 3 })
  expect(promiseOf(5)).toEqual({ is: 'enough', present: 5, others: 4 })
})

it('[RW9] about a third of the topics is suggested as votes, at least three, never more than can be given', () => {
  expect([0, 1, 9, 10, 12, 30, 1000].map((n) => suggestedVotes(n, mostVotes))).toEqual([
    3,
    3,
    3,
    3,
    4,
    10,
    mostVotes,
  ])
})

it('[RW9] votes for each are at least one and no more than a round may give; another number is known as such', () => {
  for (const [typed, votes, isOff] of [
    [0, 1, true],
    [-3, 1, true],
    [1, 1, false],
    [2.6, 3, true],
    [30, 30, false],
    [31, 30, true],
    [Number.NaN, null, false],
  ] as const)
    expect(votesTyped(typed, 30)).toEqual({ votes, isOff })
})
