import { expect, it, vi } from 'vitest'
import { addCause } from './causes.ts'
import { watchOthers } from './others.ts'
import { meet, pair } from './participants.testing.ts'
import { removeItems } from './remove.ts'
import { docOf } from './shape.ts'

it('[OL21] what others wrote is told with its writers, what they took away without, what is one’s own never', () => {
  const [a, b] = pair()
  const listener = vi.fn()
  const stop = watchOthers(a.board, listener)
  addCause(a.board, {})
  expect(listener).not.toHaveBeenCalled()
  const id = addCause(b.board, {})
  meet(a, b)
  expect(listener.mock.calls).toEqual([[[docOf(b.board).clientID]]])
  removeItems(b.board, [id])
  meet(a, b)
  expect(listener.mock.lastCall).toEqual([[]])
  const told = listener.mock.calls.length
  meet(a, b)
  expect(listener).toHaveBeenCalledTimes(told)
  stop()
  addCause(b.board, {})
  meet(a, b)
  expect(listener).toHaveBeenCalledTimes(told)
})
