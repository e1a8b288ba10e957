import {
  type Board,
  changeKptNote,
  fragmentOf,
  groupKptNotes,
  moveKptNote,
  openBoard,
  openHistory,
  putBackNotes,
  readSnapshot,
  removeItems,
  reveal,
  seedBoard,
  ungroupKptNotes,
  writeText,
} from '@kintsugi/board'
import { plainTextOf, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../newId.ts'
import { type GateContext, gate } from './gate.ts'

const own: GateContext = { ownershipOf: () => 'own', trusted: false }
const seal = 's'.repeat(43)

/** A server's document with a sealed note and a plain one, and a client that has the same. */
function sides() {
  const server = new Y.Doc()
  seedBoard(server, { boardId: newId(), title: 'A board' })
  const [sealed, plain] = [newId(), newId()]
  const note = { column: 'problem', text: richTextOf('hidden words') } as const
  reveal(openBoard(server, { newId }), {
    notes: [
      { ...note, id: sealed, seal, author: null },
      { ...note, id: plain, seal: null, author: 'Bob' },
    ],
    changes: [],
    rounds: [],
  })
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  client.on('update', (update: Uint8Array) => updates.push(update))
  return { server, client, board: openBoard(client, { newId }), updates, sealed, plain }
}
const code = (doc: Y.Doc, update: Uint8Array | undefined): string => {
  const verdict = gate(doc, update ?? new Uint8Array(), own)
  return verdict.kind === 'refused' ? verdict.problem.code : verdict.kind
}

type Attack = (doc: Y.Doc, id: string, board: Board) => unknown
const mapOf = (doc: Y.Doc, id: string): Y.Map<unknown> => doc.getMap('kptNotes').get(id) as Y.Map<unknown>
const textOf = (doc: Y.Doc, id: string): Y.XmlText =>
  ((mapOf(doc, id).get('text') as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText

it.each<[string, Attack]>([
  ['takes its seal', (doc, id) => mapOf(doc, id).delete('seal')],
  ['says that it has none', (doc, id) => mapOf(doc, id).set('seal', null)],
  ['gives it another', (doc, id) => mapOf(doc, id).set('seal', 't'.repeat(43))],
  ['gives it an author', (_, id, board) => changeKptNote(board, id, { author: 'Alice' })],
  ['writes in its text', (doc, id) => textOf(doc, id).insert(0, 'x')],
  ['deletes of its text', (doc, id) => textOf(doc, id).delete(0, 2)],
  ['formats its text', (doc, id) => textOf(doc, id).format(0, 2, { bold: {} })],
  [
    'rewrites its text',
    (_, id, board) => writeText(board, { part: 'kptNotes', id, field: 'text' }, richTextOf('y')),
  ],
  ['puts another text in place', (doc, id) => mapOf(doc, id).set('text', new Y.XmlFragment())],
  [
    'adds a paragraph',
    (doc, id) => (mapOf(doc, id).get('text') as Y.XmlFragment).push([new Y.XmlElement('p')]),
  ],
  ['says that an import brought it', (_, id, board) => changeKptNote(board, id, { batch: newId() })],
  ['deletes it', (doc, id) => doc.getMap('kptNotes').delete(id)],
  ['puts another note in its place', (doc, id) => doc.getMap('kptNotes').set(id, new Y.Map())],
])('[GT15] refused is whoever %s', (_, attack) => {
  const { server, client, board, updates, sealed } = sides()
  attack(client, sealed, board)
  expect(code(server, updates[0])).toBe('noteSealed')
  expect(code(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)))).toBe('noteSealed')
})

it('[GT15] refused is a seal on any other note, new or old; that there is none may be said', () => {
  const { server, client, updates, plain } = sides()
  mapOf(client, plain).set('seal', seal)
  expect(code(server, updates.pop())).toBe('noteSealed')
  const forged = sides()
  const note = new Y.Map<unknown>([['seal', seal]])
  forged.client.getMap('kptNotes').set(newId(), note)
  expect(code(forged.server, forged.updates.pop())).toBe('noteSealed')
  const honest = sides()
  mapOf(honest.client, honest.plain).set('seal', null)
  expect(code(honest.server, honest.updates.pop())).toBe('new')
})

it('[GT15] refused is deleting it by its id alone, its seal or a piece of its words with it', () => {
  const { server, sealed } = sides()
  const note = mapOf(server, sealed)
  const ids = [
    server.getMap('kptNotes')._map.get(sealed)?.id,
    note._map.get('seal')?.id,
    note._map.get('text')?.id,
    textOf(server, sealed)._start?.id,
  ]
  for (const id of ids) {
    const encoder = new Y.UpdateEncoderV1()
    for (const value of [0, 1, id?.client ?? 0, 1, id?.clock ?? 0, 1]) encoder.writeClient(value)
    expect(code(server, encoder.toUint8Array())).toBe('noteSealed')
  }
})

it('[GT16] everybody may move, group, mark, set aside and bring back a sealed note, with undo and redo', () => {
  const { server, client, board, updates, sealed, plain } = sides()
  const history = openHistory(board)
  moveKptNote(board, sealed, { column: 'try' })
  const group = groupKptNotes(board, [sealed, plain], 'g') ?? ''
  changeKptNote(board, sealed, { reusable: true })
  removeItems(board, [sealed, plain])
  history.undo()
  history.redo()
  history.undo()
  removeItems(board, [sealed])
  putBackNotes(board, [sealed])
  ungroupKptNotes(board, group)
  history.undo()
  expect(
    updates.map((update) => {
      const verdict = gate(server, update, own)
      if (verdict.kind === 'new') Y.applyUpdate(server, verdict.bytes)
      return verdict.kind
    }),
  ).toEqual(updates.map(() => 'new'))
  const [after] = [readSnapshot(openBoard(server, { newId }))]
  expect(after).toEqual(readSnapshot(board))
  const note = after.kptNotes.find(({ id }) => id === sealed)
  expect(note).toMatchObject({ seal, author: null, groupId: group, reusable: true })
  expect(plainTextOf(note?.text ?? richTextOf(''))).toBe('hidden words')
  expect(gate(server, Y.encodeStateAsUpdate(client), own)).toEqual({ kind: 'known' })
})

it('[GT16] what a client still writes at a note that its author has just removed passes', () => {
  const { server, client, board, updates, sealed } = sides()
  reveal(openBoard(server, { newId }), {
    notes: [],
    changes: [{ id: sealed, previousSeal: seal, now: null }],
    rounds: [],
  })
  moveKptNote(board, sealed, { column: 'try' })
  removeItems(board, [sealed])
  expect(updates.map((update) => code(server, update))).not.toContain('noteSealed')
  const late = gate(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)), own)
  if (late.kind !== 'new') throw new Error(late.kind)
  Y.applyUpdate(server, late.bytes)
  expect(readSnapshot(openBoard(server, { newId })).kptNotes.map(({ id }) => id)).not.toContain(sealed)
  expect(
    fragmentOf(openBoard(server, { newId }), { part: 'kptNotes', id: sealed, field: 'text' }),
  ).toBeUndefined()
})
