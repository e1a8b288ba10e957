import { kptGroupSchema, kptNoteSchema, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { topicAt, topicsOf } from './topics.ts'

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
