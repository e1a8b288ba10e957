import { boardSnapshotSchema } from '@kintsugi/model'
import { describe, expect, it, vi } from 'vitest'
import { readLibrary } from './readLibrary.ts'
import { whenText } from './whenText.ts'

const now = Date.parse('2026-04-20T12:00:00Z')
const id = (name: string): string => name.padEnd(22, '_')
const card = (name: string, updatedAt: string, state: 'live' | 'final' = 'live') => ({
  id: id(name),
  title: name,
  state,
  revision: 0,
  createdAt: '2026-04-01T00:00:00Z',
  updatedAt,
  present: 0,
})

describe('home', () => {
  it('[WB12] shows open boards, newest first, and one that cannot be read still shows its row', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const contents = await readLibrary({
      listBoards: async () => [
        card('old', '2026-04-02T00:00:00Z'),
        card('broken', '2026-04-09T00:00:00Z'),
        card('done', '2026-04-10T00:00:00Z', 'final'),
      ],
      listPostmortems: async () => [],
      readBoard: async (boardId) => {
        if (boardId === id('broken')) throw new Error('unreadable')
        return boardSnapshotSchema.parse({ incident: { severity: 'sev2' }, causes: [{ id: id('c') }] })
      },
      readRevision: async () => boardSnapshotSchema.parse({ incident: {} }),
    })
    expect(contents.boards.map(({ card: { title }, glance }) => [title, glance?.mended ?? null])).toEqual([
      ['broken', null],
      ['old', 0],
    ])
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
  it.each([
    ['2026-04-20T11:58:30Z', '1 分前', '1 minute ago'],
    ['2026-04-20T07:00:00Z', '5 時間前', '5 hours ago'],
    ['2026-04-19T10:00:00Z', '昨日', 'yesterday'],
    ['2026-04-02T10:00:00Z', '4月2日', '2 Apr'],
    ['2025-12-02T10:00:00Z', '2025年12月2日', '2 Dec 2025'],
  ])('[WB13] says when something changed: %s', (instant, ja, en) => {
    expect([whenText(instant, 'ja', now), whenText(instant, 'en', now)]).toEqual([ja, en])
  })
})
