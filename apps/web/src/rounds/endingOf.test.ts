import { expect, it } from 'vitest'
import { endingOf } from './endingOf.ts'

it('[RW18] an open round that the board publishes no more was called off; revealed meanwhile it is over', () => {
  const [open, revealed] = [
    { id: 'a', state: 'open' },
    { id: 'a', state: 'revealed' },
  ] as const
  const other = { id: 'b', endedAt: null }
  expect(endingOf(open, [other])).toBe('calledOff')
  expect(endingOf(open, [other, { id: 'a', endedAt: null }])).toBe(null)
  expect(endingOf(open, [{ id: 'a', endedAt: '2026-04-20T01:00:00Z' }])).toBe('over')
  expect(endingOf(revealed, [])).toBe('over')
})
