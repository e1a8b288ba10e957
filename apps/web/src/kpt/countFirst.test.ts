import { kptGroupSchema, kptNoteSchema, richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { breaksVote, type KptChange } from './countFirst.ts'

const id = (letter: string): string => letter.repeat(22)
const note = (letter: string, text: string, group: string | null = null) =>
  kptNoteSchema.parse({ id: id(letter), text: richTextOf(text), groupId: group && id(group) })

describe('[WK8] what is being voted on stays as it is until the votes are counted', () => {
  const board = {
    kptNotes: [
      note('a', 'alone'),
      note('b', 'in a group', 'g'),
      note('c', 'with it', 'g'),
      note('d', ' '),
      note('e', 'came later'),
      note('f', 'grouped later', 'h'),
    ],
    kptGroups: [kptGroupSchema.parse({ id: id('g') }), kptGroupSchema.parse({ id: id('h') })],
  }
  const round = { kind: 'voting', state: 'open', topics: ['a', 'd', 'g'].map(id) } as const
  const all = (letters: string): string[] => [...letters].map(id)
  const plain = (act: 'remove' | 'group' | 'ungroup', letters: string): KptChange => ({
    act,
    ids: all(letters),
  })
  const move = (letters: string, group?: string | null, column: 'keep' | 'try' = 'keep'): KptChange => ({
    act: 'move',
    ids: all(letters),
    move: { column, ...(group === undefined ? {} : { group: group && id(group) }) },
  })
  const refused: KptChange[] = [
    ...['a', 'b', 'g', 'ea'].map((letters) => plain('remove', letters)),
    ...['ea', 'be', 'a'].map((letters) => plain('group', letters)),
    ...['g', 'hg'].map((letters) => plain('ungroup', letters)),
    move('a', 'g'),
    move('a', 'h'),
    move('b', null),
    move('b', 'h'),
    move('b', undefined, 'try'),
    move('ec', null),
  ]
  const free: KptChange[] = [
    ...['d', 'e', 'f', 'h'].map((letters) => plain('remove', letters)),
    plain('group', 'ef'),
    plain('ungroup', 'h'),
    move('a', null, 'try'),
    move('a'),
    move('b', 'g'),
    move('b'),
    move('e', 'g'),
    move('f', null),
    move('g', null, 'try'),
    move('gbc', null, 'try'),
  ]

  it.each(refused)('refused: %j', (change) => {
    expect(breaksVote(board, round, change)).toBe(true)
    for (const other of [null, { ...round, state: 'revealed' }, { ...round, kind: 'writing' }] as const)
      expect(breaksVote(board, other, change)).toBe(false)
  })
  it.each(free)('free: %j', (change) => expect(breaksVote(board, round, change)).toBe(false))
})
