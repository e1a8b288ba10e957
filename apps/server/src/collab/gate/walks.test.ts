import {
  addTimelineEntry,
  describeIncident,
  openBoard,
  openHistory,
  placeItem,
  readSnapshot,
  seedBoard,
} from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../newId.ts'
import { type GateContext, gate } from './gate.ts'

const own: GateContext = { ownershipOf: () => 'own', trusted: false }
const count = 20_000

/** A board with a text of many pieces, the last of which is the first one written. */
function board() {
  const server = new Y.Doc()
  seedBoard(server, { boardId: newId(), title: 'A board' })
  const entry = addTimelineEntry(openBoard(server, { newId }), { text: richTextOf('x') })
  const text = textOf(server, entry)
  for (let n = 0; n < 1000; n++) text.insert(0, 'y')
  const pieces: Y.ID[] = []
  for (let piece = text._start; piece !== null; piece = piece.right) pieces.push(piece.id)
  return { server, entry, pieces }
}
function textOf(doc: Y.Doc, entry: string): Y.XmlText {
  const fragment = (doc.getMap('timeline').get(entry) as Y.Map<unknown>).get('text') as Y.XmlFragment
  return (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
}

type Put = { left?: Y.ID | undefined; right?: Y.ID | undefined; key?: string }
/** An update of so many deleted characters or values, each put where it is said. */
function update(put: (n: number, id: (n: number) => Y.ID) => Put): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const id = (n: number) => Y.createID(777, n)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, count)
  encoder.writeClient(777)
  encoding.writeVarUint(encoder.restEncoder, 0)
  for (let n = 0; n < count; n++) {
    const { left = null, right = null, key = null } = put(n, id)
    const parent = left === null && right === null ? ('incident' as unknown as Y.AbstractType<unknown>) : null
    new Y.Item(id(n), null, left, null, right, parent, key, new Y.ContentDeleted(1)).write(encoder, 0)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

it.each<[string, (pieces: Y.ID[]) => Parameters<typeof update>[0]]>([
  ['values under one key, each as if it were the first', () => () => ({ key: 'title' })],
  [
    'values under one key, each behind a long overwritten one',
    () => (n, id) => (n < count / 2 ? behind(n, id) : { left: id(n - count / 2), key: 'title' }),
  ],
  [
    'characters between far neighbours',
    (pieces) => (n) => ({ left: pieces[0], right: pieces[1 + (n % (pieces.length - 1))] }),
  ],
  [
    'characters that all follow on the first of a long run',
    (pieces) => (n, id) =>
      n < count / 2
        ? { left: n === 0 ? pieces[0] : id(n - 1), right: pieces[1] }
        : { left: id(0), right: pieces[n % 900] },
  ],
])('[GT17] refused are %s', (_, puts) => {
  const { server, pieces } = board()
  expect(gate(server, update(puts(pieces)), own)).toMatchObject({
    kind: 'refused',
    problem: { code: 'tooTangled' },
  })
})
const behind = (n: number, id: (n: number) => Y.ID): Put =>
  n === 0 ? { key: 'title' } : { left: id(n - 1), key: 'title' }

it('[GT17] two who write for days in the same places without seeing each other pass, with undo and redo', () => {
  const { server, entry } = board()
  const people = [1, 2].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    const mine = openBoard(doc, { newId })
    return { doc, mine, history: openHistory(mine) }
  })
  for (const [who, { doc, mine, history }] of people.entries()) {
    const text = textOf(doc, entry)
    for (let n = 0; n < 2000; n++) {
      const at = [0, (n * 7919) % (text.length + 1), text.length][n % 3] ?? 0
      text.insert(at, 'word ')
      if (n % 8 !== 0) text.delete((n * 104_729) % (text.length - 5), 5)
      describeIncident(mine, { title: `title ${who} ${n}` })
      placeItem(mine, entry, { x: n, y: who })
      if (n % 10 === 0) for (const step of [history.undo, history.undo, history.redo, history.redo]) step()
    }
  }
  for (const { doc } of people) {
    const verdict = gate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)), own)
    expect(verdict.kind).toBe('new')
    if (verdict.kind === 'new') Y.applyUpdate(server, verdict.bytes)
  }
  for (const { doc, mine } of people) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    expect(readSnapshot(mine)).toEqual(readSnapshot(openBoard(server, { newId })))
  }
})
