import { mostVotes } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { promiseOf, suggestedVotes } from './odds.ts'

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
