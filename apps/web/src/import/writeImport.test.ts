import { addFreeNote, openBoard, openHistory, readSnapshot, seedBoard } from '@kintsugi/board'
import { importKeysOf } from '@kintsugi/exchange/keys'
import { richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../identity/newId.ts'
import { createDraftReader } from './reader/draftReader.ts'
import type { Answers, Ask } from './reader/messages.ts'
import type { Reader } from './reader/openReader.ts'
import { writeImport } from './writeImport.ts'

const rows = Array.from(
  { length: 600 },
  (_, n) =>
    `| ${String(1 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')} | ${n} ${'出来事'.repeat(20)} |`,
)
const text = `# 2026-04-18 障害\n\n## タイムライン\n\n| 時刻 | 出来事 |\n| --- | --- |\n${rows.join('\n')}\n`

function open() {
  const doc = new Y.Doc()
  const boardId = newId()
  seedBoard(doc, { boardId })
  const board = openBoard(doc, { newId })
  const drafts = createDraftReader(newId)
  const known = importKeysOf(readSnapshot(board))
  const settings = { zone: 'UTC', date: '', mapping: null }
  const { statuses } = drafts.read(
    { source: { text, fileName: '' }, settings, boardId, known },
    () => undefined,
  )
  let broken = false
  /** The reader without its worker. */
  const reader: Reader = {
    async ask<K extends Ask['ask']>(ask: Extract<Ask, { ask: K }>): Promise<Answers[K]> {
      if (ask.ask === 'order')
        return drafts.order((ask as Extract<Ask, { ask: 'order' }>).order) as Answers[K]
      if (broken) throw new Error('the worker ended')
      return drafts.piece() as Answers[K]
    },
    close: () => undefined,
  }
  const order = { chosen: new Uint8Array(statuses.length).fill(1), casting: {} }
  const breakDown = (): void => {
    broken = true
  }
  return { doc, board, history: openHistory(board), reader, order, breakDown }
}

describe('writing an import', () => {
  it('[WB23] goes piece by piece, each update small, and is one step with the incident’s facts', async () => {
    const { doc, board, history, reader, order } = open()
    const sizes: number[] = []
    doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    const seen: number[] = []
    const written = await writeImport(board, reader, order, {
      signal: new AbortController().signal,
      onProgress: (done) => seen.push(done),
    })
    expect(written?.added).toHaveLength(600)
    expect(written?.batch).toBe(readSnapshot(board).timeline[0]?.source?.batch)
    expect(seen.length).toBeGreaterThan(5)
    expect(Math.max(...sizes)).toBeLessThan(120_000)
    expect(readSnapshot(board).incident.title).not.toBe('')
    history.undo()
    expect(readSnapshot(board).timeline).toEqual([])
    expect(history.undo()).toBeUndefined()
  })

  it('[WB24] broken off on its way, or broken down, leaves nothing, and what the person wrote meanwhile stays', async () => {
    for (const how of ['cancelled', 'broken'] as const) {
      const { board, history, reader, order, breakDown } = open()
      const controller = new AbortController()
      const writing = writeImport(board, reader, order, {
        signal: controller.signal,
        onProgress(done) {
          if (done < 200) return
          if (readSnapshot(board).freeNotes.length === 0) addFreeNote(board, { text: richTextOf('mine') })
          if (how === 'cancelled') controller.abort()
          else breakDown()
        },
      })
      if (how === 'cancelled') expect(await writing).toBeNull()
      else await expect(writing).rejects.toThrow('the worker ended')
      const { timeline, freeNotes, incident } = readSnapshot(board)
      expect([timeline.length, freeNotes.length, incident.title]).toEqual([0, 1, ''])
      expect(history.undo()?.verb).toBe('addFreeNote')
      expect(history.undo()).toBeUndefined()
    }
  })
})
