import {
  importSnapshot,
  openBoard,
  openHistory,
  readSnapshot,
  removeImport,
  seedBoard,
} from '@kintsugi/board'
import { readMarkdown, withImportIds } from '@kintsugi/exchange'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../newId.ts'
import { gate } from './gate.ts'

const report = `# 2026-04-18 決済が遅い

## タイムライン

| 時刻 | 出来事 |
| --- | --- |
${Array.from({ length: 300 }, (_, n) => `| ${String(10 + Math.floor(n / 60))}:${String(n % 60).padStart(2, '0')} | [出来事 ${n}](https://metrics.example/${n}) ${'を確認した'.repeat(20)} |`).join('\n')}

## 5 Whys

1. なぜ失敗したか。接続が枯れた。
2. なぜ枯れたか。上限が低い。
`

it('[BD62] the gate takes both of two imports at once, and what undoes one of them', () => {
  const server = new Y.Doc()
  const boardId = newId()
  seedBoard(server, { boardId })
  const join = () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    const sent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin) => origin !== 'server' && sent.push(update))
    const board = openBoard(doc, { newId })
    return { doc, board, sent, history: openHistory(board) }
  }
  const people = [join(), join()] as const
  const deliver = (): void => {
    for (const { doc, sent } of people) {
      for (const update of sent.splice(0)) {
        expect(update.length).toBeLessThan(256_000)
        const verdict = gate(server, update, { ownershipOf: () => 'own', trusted: false })
        expect(['new', 'known']).toContain(verdict.kind)
        if (verdict.kind === 'new') Y.applyUpdate(server, verdict.bytes)
        for (const other of people) if (other.doc !== doc) Y.applyUpdate(other.doc, update, 'server')
      }
    }
  }
  const stored = () => readSnapshot(openBoard(server, { newId }))
  const same = (): void => {
    for (const { board } of people) expect(readSnapshot(board)).toEqual(stored())
    const reloaded = new Y.Doc()
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(server))
    expect(readSnapshot(openBoard(reloaded, { newId }))).toEqual(stored())
  }

  // Neither has seen the other's. Batches and drafts are their own, as in two browsers.
  for (const { board } of people) {
    const { snapshot } = readMarkdown(report, { zone: 'Asia/Tokyo', date: null, fileName: '', newId })
    importSnapshot(board, withImportIds(boardId, snapshot).draft)
  }
  deliver()
  same()
  expect(stored().timeline).toHaveLength(300)
  expect(stored().causes).toHaveLength(2)
  expect(stored().links).toHaveLength(1)
  expect(stored().timeline.every(({ evidence }) => evidence.length === 1)).toBe(true)

  people[0].history.undo()
  deliver()
  same()
  expect([0, 300]).toContain(stored().timeline.length)
  people[0].history.redo()
  deliver()
  same()
  const [entry] = stored().timeline
  if (entry?.source) removeImport(people[1].board, entry.source.batch)
  deliver()
  same()
  expect(stored().timeline).toHaveLength(0)
})
