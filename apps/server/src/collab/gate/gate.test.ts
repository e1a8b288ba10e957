import {
  addCause,
  addEvidence,
  addKptNote,
  addTimelineEntry,
  changeTimelineEntry,
  fragmentOf,
  linkItems,
  openBoard,
  openHistory,
  placeItem,
  readSnapshot,
  removeItems,
  seedBoard,
  writeText,
} from '@kintsugi/board'
import { limits, richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../newId.ts'
import { type GateContext, type GateVerdict, gate } from './gate.ts'

const own: GateContext = { ownershipOf: () => 'own', trusted: false }

/** A server's document, and a client with the same content that keeps what it writes. */
function sides() {
  const server = new Y.Doc()
  seedBoard(server, { boardId: newId(), title: 'A board' })
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  client.on('update', (update: Uint8Array) => updates.push(update))
  return { server, client, board: openBoard(client, { newId }), updates }
}
function takeAll(server: Y.Doc, updates: readonly Uint8Array[]): GateVerdict['kind'][] {
  return updates.map((update) => {
    const verdict = gate(server, update, own)
    if (verdict.kind === 'new') Y.applyUpdate(server, verdict.bytes)
    return verdict.kind
  })
}
const code = (verdict: GateVerdict): string | undefined =>
  verdict.kind === 'refused' ? verdict.problem.code : verdict.kind

/** An update made by hand: structs of one client from its clock 0. */
function forged(client: number, structs: (clock: (n: number) => Y.ID) => Y.Item[], clock = 0): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const write = (value: number): void => encoder.writeClient(value)
  const items = structs((n) => Y.createID(client, n))
  write(1)
  write(items.length)
  write(client)
  write(clock)
  for (const item of items) item.write(encoder, 0)
  write(0)
  return encoder.toUint8Array()
}
type At = { left?: Y.ID; right?: Y.ID; parent?: Y.ID | string; key?: string }
function item(id: Y.ID, content: Y.Item['content'], { left, right, parent, key }: At): Y.Item {
  const above = (parent ?? null) as Y.ID | null
  return new Y.Item(id, null, left ?? null, null, right ?? null, above, key ?? null, content)
}
const any = (...values: unknown[]): Y.ContentAny => new Y.ContentAny(values)
const type = (value: unknown): Y.ContentType => new Y.ContentType(value as Y.AbstractType<unknown>)

describe('honest edits', () => {
  it('[GT1] pass, all verbs of a life, and make the same document', () => {
    const { server, client, board, updates } = sides()
    const entry = addTimelineEntry(board, { text: richTextOf('one\ntwo') })
    changeTimelineEntry(board, entry, { actor: 'on-call' })
    changeTimelineEntry(board, entry, { actor: '当番' })
    writeText(board, { part: 'timeline', id: entry, field: 'text' }, richTextOf('one and more\ntwo'))
    const cause = addCause(board, {})
    linkItems(board, { kind: 'evidence', from: entry, to: cause })
    placeItem(board, cause, { x: 1, y: 2 })
    addEvidence(board, entry, { url: 'https://metrics.example/1', label: 'graph' })
    removeItems(board, [entry])
    expect(new Set(takeAll(server, updates))).toEqual(new Set(['new']))
    expect(readSnapshot(openBoard(server, { newId }))).toEqual(readSnapshot(board))
    expect(gate(server, Y.encodeStateAsUpdate(client), own)).toEqual({ kind: 'known' })
  })

  it('[GT2] pass with undo and redo, live and as one resync', () => {
    const { server, client, board, updates } = sides()
    const history = openHistory(board)
    const entry = addTimelineEntry(board, {})
    for (const actor of ['a', 'b', 'c', 'd']) changeTimelineEntry(board, entry, { actor })
    for (let n = 0; n < 4; n++) history.undo()
    history.redo()
    history.undo()
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(server))
    expect(takeAll(offline, [Y.encodeStateAsUpdate(client, Y.encodeStateVector(offline))])).toEqual(['new'])
    expect(new Set(takeAll(server, updates))).toEqual(new Set(['new']))
    expect(readSnapshot(openBoard(server, { newId }))).toEqual(readSnapshot(openBoard(offline, { newId })))
  })

  it('[GT3] leave only what is new in the log, however much of the rest they carry', () => {
    const { server, client, board, updates } = sides()
    for (let n = 0; n < 200; n++) removeItems(board, [addKptNote(board, { column: 'keep' })])
    takeAll(server, updates)
    addKptNote(board, { column: 'keep' })
    const whole = Y.encodeStateAsUpdate(client)
    const verdict = gate(server, whole, own)
    if (verdict.kind !== 'new') throw new Error(verdict.kind)
    expect(whole.length).toBeGreaterThan(2000)
    expect(verdict.bytes.length).toBeLessThan(200)
    Y.applyUpdate(server, verdict.bytes)
    expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(client))
  })

  it('[GT4] into something another has deleted pass, and reload the same', () => {
    const { server, board, updates } = sides()
    const entry = addTimelineEntry(board, { text: richTextOf('soon gone') })
    takeAll(server, updates.splice(0))
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(server))
    const late: Uint8Array[] = []
    const paragraph = fragmentOf(openBoard(other, { newId }), {
      part: 'timeline',
      id: entry,
      field: 'text',
    })?.get(0)
    other.on('update', (update: Uint8Array) => late.push(update))
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph')
    ;(paragraph.get(0) as Y.XmlText).insert(3, 'er or later')
    removeItems(board, [entry])
    takeAll(server, updates)
    const verdict = gate(server, late[0] ?? new Uint8Array(), own)
    if (verdict.kind !== 'new') throw new Error(verdict.kind)
    const reloaded = new Y.Doc()
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(server))
    for (const doc of [server, reloaded]) Y.applyUpdate(doc, verdict.bytes)
    expect(Y.encodeStateAsUpdate(reloaded)).toEqual(Y.encodeStateAsUpdate(server))
  })

  it('[GT5] that build on what is missing are a gap', () => {
    const { server, board, updates, client } = sides()
    addKptNote(board, { column: 'keep' })
    addKptNote(board, { column: 'keep' })
    const [, second = new Uint8Array()] = updates
    expect(gate(server, second, own)).toEqual({ kind: 'gap', on: client.clientID })
  })
})

describe('refused', () => {
  it('[GT6] bytes that are no update, a client twice, and clocks out of range', () => {
    const { server } = sides()
    const bytes = [
      [],
      [255, 255, 255, 255, 15, 1, 0],
      [1, 2, 3],
      // The same client in two blocks: Yjs would apply one of them.
      [2, 1, 7, 0, 0, 1, 1, 7, 0, 0, 1, 0],
    ]
    for (const each of bytes) expect(code(gate(server, Uint8Array.from(each), own))).toBe('malformed')
  })

  it("[GT7] another's client id; a free one is claimed", () => {
    const { server, board, updates, client } = sides()
    addKptNote(board, { column: 'keep' })
    const [update = new Uint8Array()] = updates
    const asked = (ownership: 'free' | 'foreign') =>
      gate(server, update, { ownershipOf: () => ownership, trusted: false })
    expect(code(asked('foreign'))).toBe('foreignClient')
    expect(asked('free')).toMatchObject({ kind: 'new', claims: [client.clientID] })
  })

  it('[GT8] roots, keys, kinds and values no board has', () => {
    const { server } = sides()
    const id = newId()
    const cases: [string, At, Y.Item['content']][] = [
      ['unknownRoot', { parent: 'elsewhere', key: 'a' }, any(1)],
      ['serverOnly', { parent: 'meta', key: 'version' }, any(99)],
      ['notAllowedHere', { parent: 'kptNotes', key: id }, any('not an item')],
      ['notAllowedHere', { parent: 'kptNotes', key: '__proto__' }, type(new Y.Map())],
      ['notAllowedHere', { parent: 'kptNotes' }, type(new Y.Map())],
      ['notAllowedHere', { parent: 'kptNotes', key: id }, type(new Y.Array())],
      ['notAllowedHere', { parent: 'incident', key: 'title' }, any(10n)],
      ['notAllowedHere', { parent: 'incident', key: 'title' }, any(Number.NaN)],
      ['notAllowedHere', { parent: 'incident', key: 'title' }, any(new Uint8Array(3))],
      ['notAllowedHere', { parent: 'incident', key: 'nonsense' }, any('x')],
      ['notAllowedHere', { parent: 'incident', key: 'title' }, new Y.ContentBinary(new Uint8Array(3))],
      ['notAllowedHere', { parent: 'incidentSummary' }, type(new Y.XmlHook('x'))],
      ['notAllowedHere', { parent: 'incidentSummary' }, new Y.ContentString('loose')],
    ]
    for (const [expected, at, content] of cases) {
      const update = forged(77, (clock) => [item(clock(0), content, at)])
      expect([code(gate(server, update, own)), at.key], JSON.stringify(at)).toEqual([expected, at.key])
    }
  })

  it('[GT9] rich text nested deeper than anybody writes', () => {
    const { server } = sides()
    const nest = (depth: number) =>
      forged(77, (clock) =>
        Array.from({ length: depth }, (_, n) =>
          item(clock(n), type(new Y.XmlElement('bulletList')), {
            parent: n === 0 ? 'incidentSummary' : clock(n - 1),
          }),
        ),
      )
    expect(code(gate(server, nest(20), own))).toBe('new')
    expect(code(gate(server, nest(40), own))).toBe('notAllowedHere')
  })

  it('[GT10] what builds on itself, on its own future, or in a circle', () => {
    const { server } = sides()
    const self = forged(77, (clock) => [item(clock(0), any(1), { left: clock(0) })])
    const future = forged(77, (clock) => [
      item(clock(0), any(1), { left: clock(1) }),
      item(clock(1), any(1), { parent: 'incident', key: 'title' }),
    ])
    expect(code(gate(server, self, own))).toBe('misplaced')
    expect(code(gate(server, future, own))).toBe('misplaced')
    const a = forged(78, (clock) => [item(clock(0), any(1), { left: Y.createID(79, 0) })])
    const b = forged(79, (clock) => [item(clock(0), any(1), { left: Y.createID(78, 0) })])
    expect(code(gate(server, Y.mergeUpdates([a, b]), own))).toBe('misplaced')
  })

  it('[GT11] neighbours in different lists, equal ones, reversed ones, and a right one under a key', () => {
    const { server, client, board, updates } = sides()
    const entry = addTimelineEntry(board, { text: richTextOf('abcdef') })
    const ref = { part: 'timeline', id: entry } as const
    writeText(board, { ...ref, field: 'saw' }, richTextOf('other'))
    takeAll(server, updates)
    const textIn = (field: string) => {
      const paragraph = fragmentOf(board, { ...ref, field })?.get(0) as Y.XmlElement
      const start = (paragraph.get(0) as Y.XmlText)._start
      if (start === null) throw new Error('no text')
      return (offset: number) => Y.createID(start.id.client, start.id.clock + offset)
    }
    const [text, saw] = [textIn('text'), textIn('saw')]
    const between = (left: Y.ID, right: Y.ID) =>
      code(
        gate(
          server,
          forged(77, (clock) => [item(clock(0), new Y.ContentString('x'), { left, right })]),
          own,
        ),
      )
    expect(between(text(1), text(2))).toBe('new')
    expect(between(text(1), saw(2))).toBe('misplaced')
    expect(between(text(1), text(1))).toBe('misplaced')
    expect(between(text(3), text(1))).toBe('misplaced')
    const title = [...(client.share.get('incident')?._map.values() ?? [])][0]?.id
    if (title === undefined) throw new Error('no title')
    const keyed = forged(77, (clock) => [item(clock(0), any('x'), { right: title })])
    expect(code(gate(server, keyed, own))).toBe('misplaced')
  })

  it('[GT12] a text longer than a note may be, in one go or bit by bit', () => {
    const { server, board, updates } = sides()
    const entry = addTimelineEntry(board, { text: richTextOf('a') })
    const paragraph = fragmentOf(board, { part: 'timeline', id: entry, field: 'text' })?.get(
      0,
    ) as Y.XmlElement
    const text = paragraph.get(0) as Y.XmlText
    for (let n = 0; n < 12; n++) text.insert(1, 'x'.repeat(1000))
    const kinds = takeAll(server, updates)
    expect(kinds.filter((kind) => kind === 'new')).toHaveLength(1 + 9)
    expect(code(gate(server, updates[10] ?? new Uint8Array(), own))).toBe('textTooLong')
    addCause(board, { text: richTextOf('y'.repeat(limits.noteTextLength + 1)) })
    expect(code(gate(server, Y.mergeUpdates(updates), own))).toBe('textTooLong')
  })

  it('[GT13] deletions of what only the server writes, and of what nobody has', () => {
    const { server } = sides()
    const version = server.share.get('meta')?._map.get('version')?.id
    if (version === undefined) throw new Error('no version')
    const deleting = (client: number, clock: number) => {
      const encoder = new Y.UpdateEncoderV1()
      for (const value of [0, 1, client, 1, clock, 1]) encoder.writeClient(value)
      return encoder.toUint8Array()
    }
    expect(code(gate(server, deleting(version.client, version.clock), own))).toBe('serverOnly')
    expect(gate(server, deleting(77, 5), own)).toEqual({ kind: 'gap', on: 77 })
  })
})
