import { type BoardSnapshot, boardSnapshotSchema } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { likesOf, stepIn } from './outlineMoves.ts'

const id = (letter: string): string => letter.repeat(22)
const ids = (letters: string): string[] => [...letters].map(id)
const board = (patch: object): BoardSnapshot => boardSnapshotSchema.parse({ incident: {}, ...patch })
const because = (from: string, to: string) => ({ kind: 'because', from: id(from), to: id(to) })

describe('moving a row', () => {
  const snapshot = board({
    timeline: [
      { id: id('a'), at: '2026-03-14T12:30:00Z' },
      { id: id('b'), at: '2026-03-14T12:47:00Z' },
      { id: id('c'), at: '2026-03-14T12:47:00Z' },
      { id: id('d') },
      { id: id('e') },
    ],
    causes: [...'fghij'].map((letter) => ({ id: id(letter) })),
    links: [because('f', 'g'), because('f', 'h'), because('h', 'i'), because('i', 'f')],
    kptNotes: [
      { id: id('k'), slot: { column: 'keep', rank: 'a0' } },
      { id: id('l'), slot: { column: 'problem', rank: 'a0' } },
      { id: id('m'), slot: { column: 'problem', rank: 'a1' } },
    ],
    actions: [{ id: id('n') }, { id: id('o') }],
  })
  it('[OL17] is among actions, notes of a column and entries of one instant or of none', () => {
    expect(likesOf(snapshot, id('n'))).toEqual(ids('no'))
    expect(likesOf(snapshot, id('l'))).toEqual(ids('lm'))
    expect(likesOf(snapshot, id('c'))).toEqual(ids('bc'))
    expect(likesOf(snapshot, id('d'))).toEqual(ids('de'))
    expect(likesOf(snapshot, id('a'))).toBe(null)
  })
  it('[OL17] is among the causes of one effect, also in a ring', () => {
    expect(likesOf(snapshot, id('g'))).toEqual(ids('gh'))
    expect(likesOf(snapshot, id('i'))).toEqual(ids('i'))
    expect(likesOf(snapshot, id('j'))).toEqual(ids('jf'))
  })
  it('[OL17] ends at the ends of the list', () => {
    const list = ids('abc')
    expect(stepIn(list, id('a'), 1)).toEqual({ between: { after: id('b') }, at: 2 })
    expect(stepIn(list, id('c'), -1)).toEqual({ between: { before: id('b') }, at: 2 })
    expect(stepIn(list, id('a'), -1)).toBe(undefined)
    expect(stepIn(list, id('c'), 1)).toBe(undefined)
  })
})
