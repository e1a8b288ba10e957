import { kptGroupSchema, kptNoteSchema, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { topicAt, topicsOf, votedOf } from './topics.ts'

const id = (letter: string): string => letter.repeat(22)
const note = (letter: string, text: string, groupId: string | null = null) =>
  kptNoteSchema.parse({ id: id(letter), text: richTextOf(text), groupId })

it('[RW12] groups are topics once, notes in none are, and what says nothing is none', () => {
  const board = {
    kptNotes: [
      note('a', 'alone\nmore'),
      note('b', 'first', id('g')),
      note('c', ' '),
      note('d', 'second', id('g')),
      note('e', 'of a group that is gone', id('x')),
      note('f', 'nameless', id('h')),
    ],
    kptGroups: [
      kptGroupSchema.parse({ id: id('g'), name: 'Runbooks' }),
      kptGroupSchema.parse({ id: id('h') }),
    ],
  }
  const topics = topicsOf(board)
  expect(topics.map((topic) => [topic.id, topic.name, topic.noteId])).toEqual([
    [id('a'), 'alone', id('a')],
    [id('g'), 'Runbooks', id('b')],
    [id('e'), 'of a group that is gone', id('e')],
    [id('h'), 'nameless', id('f')],
  ])
  for (const [at, topic] of [
    ['d', 'g'],
    ['g', 'g'],
    ['a', 'a'],
  ] as const)
    expect(topicAt(topics, board, id(at))?.id).toBe(id(topic))
  expect(topicAt(topics, board, id('c'))).toBeUndefined()
})

it('[RW17] a topic that was removed, dissolved or emptied is gone; one that was grouped stands as it was', () => {
  const board = {
    kptNotes: [
      note('a', 'stands'),
      note('b', 'grouped since', id('g')),
      note('c', 'of a dissolved group'),
      note('d', ''),
      note('e', 'came later'),
    ],
    kptGroups: [kptGroupSchema.parse({ id: id('g'), name: 'New' })],
  }
  const voted = votedOf(board, ['a', 'b', 'd', 'h', 'x'].map(id))
  expect(voted.topics.map(({ id, name }) => [id, name])).toEqual([
    [id('a'), 'stands'],
    [id('b'), 'grouped since'],
  ])
  expect(voted.gone).toEqual(['d', 'h', 'x'].map(id))
  expect(topicAt(voted.topics, board, id('b'))?.id).toBe(id('b'))
  expect(topicAt(voted.topics, board, id('c'))).toBeUndefined()
})
