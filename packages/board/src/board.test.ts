import { boardSnapshotSchema, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import * as b from './index.ts'

let n = 0
const newId = () => `id${String(n++).padStart(20, '0')}`
it('walks', () => {
  const doc = new Y.Doc()
  b.seedBoard(doc, { boardId: newId(), title: 'x', timeZone: 'Asia/Tokyo' })
  const board = b.openBoard(doc, { newId })
  const watch = b.watchBoard(board)
  const e = b.addTimelineEntry(board, { at: '2026-04-18T12:47:00Z', text: richTextOf('hello\nworld') })
  b.addEvidence(board, e, { url: 'https://x.y/z', label: 'q' })
  const c = b.addCause(board, { text: richTextOf('c'), placement: { x: 1, y: 2 } })
  b.addWhy(board, c, { text: richTextOf('w') })
  b.linkItems(board, { kind: 'evidence', from: e, to: c })
  const k = b.addKptNote(board, { column: 'problem', text: richTextOf('p') })
  b.causeFromNote(board, k)
  b.writeText(board, { part: 'timeline', id: e, field: 'text' }, richTextOf('hello\nthere\nworld'))
  const t = watch.getSnapshot().timeline
  b.placeItem(board, c, { x: 5, y: 5 })
  expect(watch.getSnapshot().timeline).toBe(t)
  expect(watch.getSnapshot()).toEqual(b.readSnapshot(board))
  expect(boardSnapshotSchema.parse(watch.getSnapshot())).toEqual(watch.getSnapshot())
})
