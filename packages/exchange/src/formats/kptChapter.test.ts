import { countedKpt } from '@kintsugi/model/testing'
import { createWords } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import { readBoardJson } from '../sources/json.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

const written = (board = countedKpt): string[] => {
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
    expect(written({ ...countedKpt, rounds: [] })).toEqual([
      '- note b (Anonymous, about E1)',
      '- note a (Fast)',
      '- note c (Fast, Ito)',
    ])
  })
  it('[EX96] all of it comes back from JSON as it was', () => {
    expect(readBoardJson(json.write(countedKpt))).toEqual({ snapshot: countedKpt })
  })
})
