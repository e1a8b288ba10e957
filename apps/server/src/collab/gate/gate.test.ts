import { randomBytes } from 'node:crypto'
import * as B from '@kintsugi/board'
import { idFromBytes, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { gate } from './gate.ts'

const newId = () => idFromBytes(randomBytes(16))
const anyone = { ownershipOf: () => 'own' as const, trusted: false }

function pair() {
  const server = new Y.Doc()
  B.seedBoard(server, { boardId: newId(), title: 'A' })
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  client.on('update', (update: Uint8Array) => updates.push(update))
  return { server, client, board: B.openBoard(client, { newId }), updates }
}

it('[WP10] lets through what the verbs write, and the document reads the same', () => {
  const { server, client, board, updates } = pair()
  const entry = B.addTimelineEntry(board, { text: richTextOf('hello\nworld') })
  B.changeTimelineEntry(board, entry, { actor: 'x' })
  B.changeTimelineEntry(board, entry, { actor: 'y' })
  B.writeText(board, { part: 'timeline', id: entry, field: 'text' }, richTextOf('hello there\nworld'))
  const cause = B.addCause(board, {})
  B.linkItems(board, { kind: 'evidence', from: entry, to: cause })
  B.placeItem(board, cause, { x: 1, y: 2 })
  B.addEvidence(board, entry, { url: 'https://a.example/', label: 'l' })
  B.removeItems(board, [entry])
  for (const update of updates) {
    const verdict = gate(server, update, anyone)
    expect(verdict).toMatchObject({ kind: 'new' })
    if (verdict.kind === 'new') Y.applyUpdate(server, verdict.bytes)
  }
  expect(server.store.pendingStructs).toBeNull()
  expect(B.readSnapshot(B.openBoard(server, { newId }))).toEqual(B.readSnapshot(board))
  expect(gate(server, Y.encodeStateAsUpdate(client), anyone)).toEqual({ kind: 'known' })
})
it('perf', () => {
  const { server, board, client, updates } = pair()
  const entry = B.addTimelineEntry(board, { text: richTextOf('hello\nworld') })
  const f = B.fragmentOf(board, { part: 'timeline', id: entry, field: 'text' })
  const p = (f as Y.XmlFragment).get(0) as Y.XmlElement
  const t = p.get(0) as Y.XmlText
  for (let i = 0; i < 5000; i++) t.insert(i % 5, 'x')
  let g = 0,
    a = 0
  for (const u of updates) {
    const t0 = performance.now()
    const v = gate(server, u, anyone)
    const t1 = performance.now()
    if (v.kind !== 'new') throw new Error(JSON.stringify(v))
    Y.applyUpdate(server, v.bytes)
    a += performance.now() - t1
    g += t1 - t0
  }
  console.error('gate us', (g / updates.length) * 1000, 'apply us', (a / updates.length) * 1000)
  expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(client))
})
