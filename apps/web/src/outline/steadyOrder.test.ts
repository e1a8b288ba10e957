import { describe, expect, it } from 'vitest'
import { steadyOrder } from './steadyOrder.ts'

describe('steadyOrder', () => {
  it('[OL12] what was there keeps its order, whatever moved', () => {
    expect(steadyOrder(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c'])
  })
  it('[OL12] what is new comes behind what it follows, what has gone is not drawn', () => {
    expect(steadyOrder(['a', 'b', 'c'], ['n', 'c', 'm', 'a'])).toEqual(['n', 'a', 'c', 'm'])
    expect(steadyOrder([], ['a', 'b'])).toEqual(['a', 'b'])
  })
})
