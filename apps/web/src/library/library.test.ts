import { describe, expect, it } from 'vitest'
import { readLibrary } from './readLibrary.ts'
import { whenText } from './whenText.ts'

const now = Date.parse('2026-04-20T12:00:00Z')
const glance = { mended: null, severity: null, services: [] }
const id = (name: string): string => name.padEnd(22, '_')
const card = (name: string, updatedAt: string, state: 'live' | 'final' = 'live') => ({
  id: id(name),
  title: name,
  state,
  revision: 0,
  createdAt: '2026-04-01T00:00:00Z',
  updatedAt,
  present: 0,
  glance,
})
const revision = (name: string, finalizedAt: string) => ({
  boardId: id(name),
  number: 1,
  title: name,
  hash: '0'.repeat(64),
  previousHash: null,
  finalizedAt,
  finalizedBy: 'Alice',
  glance,
})

describe('home', () => {
  it('[WB12] shows open boards and postmortems, newest first', async () => {
    const contents = await readLibrary({
      listBoards: async () => [
        card('old', '2026-04-02T00:00:00Z'),
        card('new', '2026-04-09T00:00:00Z'),
        card('done', '2026-04-10T00:00:00Z', 'final'),
      ],
      listPostmortems: async () => [
        revision('first', '2026-04-02T00:00:00Z'),
        revision('second', '2026-04-03T00:00:00Z'),
      ],
    })
    expect(contents.boards.map(({ title }) => title)).toEqual(['new', 'old'])
    expect(contents.postmortems.map(({ title }) => title)).toEqual(['second', 'first'])
  })
  it.each([
    ['2026-04-20T11:59:30Z', 'たった今', 'just now'],
    ['2026-04-20T11:58:30Z', '1 分前', '1 minute ago'],
    ['2026-04-20T07:00:00Z', '5 時間前', '5 hours ago'],
    ['2026-04-19T10:00:00Z', '昨日', 'yesterday'],
    ['2026-04-02T10:00:00Z', '4月2日', '2 Apr'],
    ['2025-12-02T10:00:00Z', '2025年12月2日', '2 Dec 2025'],
  ])('[WB13] says when something changed: %s', (instant, ja, en) => {
    expect([whenText(instant, 'ja', now, 'たった今'), whenText(instant, 'en', now, 'just now')]).toEqual([
      ja,
      en,
    ])
  })
})
