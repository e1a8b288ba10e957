import { boardSnapshotSchema } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { heapBefore, inKptOrder, kptLikes, kptShift, kptStep, standsAt } from './kptSteps.ts'

const id = (letter: string): string => letter.repeat(22)
/** keep: a [b c] d · problem: e */
const board = boardSnapshotSchema.parse({
  incident: {},
  kptGroups: [{ id: id('g'), slot: { column: 'keep', rank: 'a1' } }],
  kptNotes: [
    { id: id('a'), slot: { column: 'keep', rank: 'a0' } },
    { id: id('b'), slot: { column: 'keep', rank: 'a2' }, groupId: id('g') },
    { id: id('c'), slot: { column: 'keep', rank: 'a4' }, groupId: id('g') },
    { id: id('d'), slot: { column: 'keep', rank: 'a3' } },
    { id: id('e'), slot: { column: 'problem', rank: 'a0' } },
  ],
})
const step = (letters: string, by: 1 | -1) => kptStep(board, [...letters].map(id), by)

describe('moving by keys', () => {
  it('[WK3] is past the heap above or below, a whole group at once', () => {
    expect(step('a', 1)).toEqual({ column: 'keep', after: id('g') })
    expect(step('d', -1)).toEqual({ column: 'keep', before: id('g') })
    expect(step('g', 1)).toEqual({ column: 'keep', after: id('d') })
    expect(step('a', -1)).toBe(undefined)
    expect(step('d', 1)).toBe(undefined)
  })
  it('[WK3] stays in the group until its edge, and leads out of it there', () => {
    expect(step('b', 1)).toEqual({ column: 'keep', group: id('g'), after: id('c') })
    expect(step('c', 1)).toEqual({ column: 'keep', group: null, after: id('g') })
    expect(step('b', -1)).toEqual({ column: 'keep', group: null, before: id('g') })
  })
  it('[WK3] of several is past what lies beyond them all, and only where they stand together', () => {
    expect(step('ag', 1)).toEqual({ column: 'keep', after: id('d') })
    expect(step('ab', 1)).toBe(undefined)
    expect(step('ae', 1)).toBe(undefined)
  })
  it('[WK3] to the side leads to the end of the column there, and not beyond the last', () => {
    expect(kptShift(board, [id('b')], 1)).toEqual({ column: 'problem', group: null })
    expect(kptShift(board, [id('a')], -1)).toBe(undefined)
  })
  it('[WK2] put back between its neighbours nothing has moved', () => {
    const stands = (letter: string, move: object) => standsAt(board, id(letter), { column: 'keep', ...move })
    expect(stands('d', { group: null, after: id('g') })).toBe(true)
    expect(stands('d', { group: null, after: id('a'), before: id('g') })).toBe(false)
    expect(stands('b', { group: id('g'), before: id('c') })).toBe(true)
    expect(stands('b', { group: null, before: id('c') })).toBe(false)
    expect(stands('d', { column: 'try', group: null, after: id('g') })).toBe(false)
  })
  it('[WK3] knows the order, the list one moves in, and what stands above', () => {
    expect(inKptOrder(board, [...'decbga'].map(id))).toEqual([...'agbcde'].map(id))
    expect(kptLikes(board, id('c'))).toEqual([...'bc'].map(id))
    expect(kptLikes(board, id('g'))).toEqual([...'agd'].map(id))
    expect(heapBefore(board, id('d'))?.id).toBe(id('g'))
    expect(heapBefore(board, id('a'))).toBe(undefined)
    expect(heapBefore(board, id('b'))).toBe(undefined)
  })
})
