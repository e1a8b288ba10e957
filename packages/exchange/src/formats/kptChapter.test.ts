import {
  emptySnapshot,
  kptGroupSchema,
  kptNoteSchema,
  richTextOf,
  roundSchema,
  timelineEntrySchema,
} from '@kintsugi/model'
import { createWords } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import { readBoardJson } from '../sources/json.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

const id = (letter: string): string => letter.repeat(22)
const note = (letter: string, rank: string, more: object = {}) =>
  kptNoteSchema.parse({
    id: id(letter),
    slot: { column: 'keep', rank },
    text: richTextOf(`note ${letter}`),
    ...more,
  })
const snapshot = {
  ...emptySnapshot(),
  timeline: [
    timelineEntrySchema.parse({ id: id('e'), text: richTextOf('the rollback'), keepAnswered: true }),
  ],
  kptGroups: [kptGroupSchema.parse({ id: id('g'), name: 'Fast', slot: { column: 'keep', rank: 'a5' } })],
  kptNotes: [
    note('a', 'a1', { groupId: id('g') }),
    note('b', 'a2', { seal: 'S'.repeat(43) }),
    note('c', 'a3', { groupId: id('g'), author: 'Ito' }),
  ],
  links: [{ kind: 'about' as const, from: id('b'), to: id('e') }],
  rounds: [
    roundSchema.parse({
      id: id('r'),
      kind: 'voting',
      mode: 'anonymous',
      tokenKey: 'A'.repeat(43),
      tokens: 3,
      members: 5,
      openedAt: '2026-04-20T01:00:00Z',
      endedAt: '2026-04-20T01:10:00Z',
      votes: { [id('g')]: 4, [id('b')]: 1 },
    }),
  ],
}
const written = (board = snapshot): string[] => {
  const context = {
    language: 'en' as const,
    words: createWords('en').t,
    now: '2026-04-20T00:00:00Z',
    stage: 'final' as const,
  }
  return markdown
    .write(board, context)
    .split('\n')
    .filter((line) => line.includes('note '))
}

describe('KPT in documents', () => {
  it('[EX95] stands in the board’s order, with group, votes, where anonymous, and what a note is about', () => {
    expect(written()).toEqual([
      '- note b (1 vote, Anonymous, about E1)',
      '- note a (Fast, 4 votes)',
      '- note c (Fast, Ito)',
    ])
  })
  it('[EX95] says nothing of votes where none were counted', () => {
    expect(written({ ...snapshot, rounds: [] })).toEqual([
      '- note b (Anonymous, about E1)',
      '- note a (Fast)',
      '- note c (Fast, Ito)',
    ])
  })
  it('[EX96] all of it comes back from JSON as it was', () => {
    expect(readBoardJson(json.write(snapshot))).toEqual({ snapshot })
  })
})
