import { addKptNote, readSnapshot } from '@kintsugi/board'
import { closeCodes, presenceSchema } from '@kintsugi/protocol'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { PlainSession } from './plainSession.ts'
import { damage, diceOf, invent } from './testing/mutate.ts'
import { reloaded } from './testing/reloaded.ts'
import { RawPlain, Stock } from './testing/stock.ts'
import { Table } from './testing/table.ts'
import { step, Wire } from './testing/wire.ts'

let table: Table
vi.spyOn(console, 'warn').mockImplementation(() => {})
beforeAll(async () => {
  table = await Table.open({ env: { KINTSUGI_SOCKETS_PER_ADDRESS: '60' } })
})
afterAll(() => table.close())

type Gesture = Parameters<Wire['write']>[0]
const addNote: Gesture = (board) => void addKptNote(board, { column: 'keep' })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function frame(type: number, kind: number | undefined, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (kind !== undefined) encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}
/** An awareness message about any client, with any text for a state. */
function awarenessOf(clientId: number, json: string): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of [1, clientId, 1]) encoding.writeVarUint(encoder, value)
  encoding.writeVarString(encoder, json)
  return frame(1, undefined, encoding.toUint8Array(encoder))
}
const othersOf = (wire: Wire): Map<number, unknown> => {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  for (const update of wire.presence) applyAwarenessUpdate(awareness, update, null)
  const states = new Map(awareness.getStates())
  awareness.destroy()
  return states
}

describe('presence', () => {
  it('[YW10] is seen both ways, under the names of the tickets; each reads its own shape', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId, { name: 'Alice' })
    const yjs = await Stock.join(table.url, boardId, { name: 'Yuki' })
    const other = await Stock.join(table.url, boardId, { name: 'Other' })
    const cursor = { anchor: { tname: 'x' }, head: { tname: 'x' } }
    yjs.provider.awareness.setLocalState({ user: { name: 'Boss', color: '#aa8800' }, cursor })

    await alice.until(() => othersOf(alice).has(yjs.doc.clientID))
    const seen = presenceSchema.parse(othersOf(alice).get(yjs.doc.clientID))
    expect(seen).toMatchObject({ name: 'Yuki', cursor: null, selection: [] })
    await other.until(() => other.provider.awareness.getStates().get(yjs.doc.clientID)?.cursor !== undefined)
    expect(other.provider.awareness.getStates().get(yjs.doc.clientID)).toMatchObject({
      user: { name: 'Yuki', color: '#aa8800' },
      cursor,
    })

    const awareness = new Awareness(alice.doc)
    awareness.setLocalState({ name: 'Boss', cursor: { x: 1, y: 2 }, editing: 'a' })
    const update = encodeAwarenessUpdate(awareness, [alice.doc.clientID])
    alice.send(1, (encoder) => encoding.writeVarUint8Array(encoder, update))
    await yjs.until(() => yjs.provider.awareness.getStates().has(alice.doc.clientID))
    const heard = yjs.provider.awareness.getStates().get(alice.doc.clientID)
    expect(heard).toMatchObject({ user: { name: 'Alice' }, board: { cursor: { x: 1, y: 2 }, editing: 'a' } })
    // A text editor takes a cursor for a place in its text.
    expect(heard).not.toHaveProperty('cursor')
    awareness.destroy()
    yjs.leave()
    await alice.until(() => !othersOf(alice).has(yjs.doc.clientID))
    other.leave()
    await alice.leave()
  })

  it('[YW10] of others, or above 2 kB, is heard by nobody; what is no JSON ends the connection', async () => {
    const boardId = await table.board()
    const bob = await Wire.join(table.url, boardId)
    const raw = await RawPlain.open(table.url, boardId, 77)
    await pause(50)
    raw.socket.send(awarenessOf(bob.doc.clientID, '{"user":{"name":"stolen"}}'))
    raw.socket.send(awarenessOf(77, JSON.stringify({ user: { name: 'x'.repeat(3000) } })))
    await pause(100)
    expect(othersOf(bob).size).toBe(0)
    raw.socket.send(awarenessOf(77, '{"user":'))
    expect((await raw.closed).code).toBe(closeCodes.unsupported)
    await bob.leave()
  })

  it('[YW15] what a plain client repeats of others does not hold back its edits', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    const raw = await RawPlain.open(table.url, boardId, 78)
    const writer = new Y.Doc()
    writer.clientID = 78
    raw.socket.send(frame(0, step.one, Y.encodeStateVector(writer)))
    raw.socket.send(frame(0, step.two, Y.encodeStateAsUpdate(writer)))
    // As much as fifty who move give it to repeat in a second.
    for (let n = 0; n < 1000; n++) raw.socket.send(awarenessOf(alice.doc.clientID, '{"user":{}}'))
    // Counted like messages of its own they would hold it back for thirteen seconds.
    const began = performance.now()
    const update = Y.encodeStateAsUpdate(alice.doc)
    Y.applyUpdate(writer, update)
    writer.once('update', (bytes: Uint8Array) => raw.socket.send(frame(0, step.update, bytes)))
    writer.getMap('incident').set('title', 'in time')
    await alice.until(() => readSnapshot(alice.board).incident.title === 'in time')
    expect(performance.now() - began).toBeLessThan(5000)
    raw.socket.close()
    await alice.leave()
  })
})

describe('next to honest editors', () => {
  it('[YW11] text, noise, foreign types and a frame above the limit end their own connection only', async () => {
    const boardId = await table.board()
    const [bob, yjs] = [await Wire.join(table.url, boardId), await Stock.join(table.url, boardId)]
    const ends: [string, (socket: WebSocket) => void, number][] = [
      ['text', (socket) => socket.send('hello'), closeCodes.unsupported],
      ['noise', (socket) => socket.send(Uint8Array.of(255, 255)), closeCodes.unsupported],
      ['nothing', (socket) => socket.send(new Uint8Array()), closeCodes.unsupported],
      ['auth', (socket) => socket.send(frame(2, 0, Uint8Array.of(65))), closeCodes.unsupported],
      ['stateless', (socket) => socket.send(frame(5, undefined, Uint8Array.of(65))), closeCodes.unsupported],
      ['20 MB', (socket) => socket.send(new Uint8Array(20_000_000)), closeCodes.tooBig],
    ]
    for (const [n, [name, act, code]] of ends.entries()) {
      const raw = await RawPlain.open(table.url, boardId, 100 + n)
      await pause(20)
      act(raw.socket)
      expect([name, (await raw.closed).code]).toEqual([name, code])
    }
    addNote(yjs.board)
    await bob.until(() => readSnapshot(bob.board).kptNotes.length === 1)
    expect(await bob.write(addNote)).toEqual({ saved: true })
    expect(yjs.ended).toEqual([])
    yjs.leave()
    await bob.leave()
  })

  it('[YW5] who comes back with a frame above the limit is told why, and stays away', async () => {
    const boardId = await table.board()
    const yjs = await Stock.join(table.url, boardId)
    yjs.provider.ws?.send(new Uint8Array(20_000_000))
    await yjs.until(() => yjs.closed !== undefined)
    expect(yjs.closed).toEqual({ code: closeCodes.unauthenticated, reason: 'updateTooBig' })
    yjs.leave()
  })

  it('[YW12] a flood is held back and loses nothing; asking for everything again and again is answered once', async () => {
    const boardId = await table.board()
    const yjs = await Stock.join(table.url, boardId)
    const began = performance.now()
    for (let n = 0; n < 300; n++) addNote(yjs.board)
    await expect.poll(async () => (await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(300)
    expect(performance.now() - began).toBeGreaterThan(1000)
    expect(yjs.ended).toEqual([])
    yjs.leave()

    const raw = await RawPlain.open(table.url, boardId, 200)
    for (let n = 0; n < 100; n++) raw.socket.send(frame(0, step.one, Y.encodeStateVector(new Y.Doc())))
    await pause(1500)
    expect(raw.frames.filter(([type, kind]) => type === 0 && kind === step.two)).toHaveLength(1)
    raw.socket.close()
  })

  it('[YW12] who does not read is let go, and the others write on', async () => {
    const boardId = await table.board()
    const [bob, paused] = [await Wire.join(table.url, boardId), await Stock.join(table.url, boardId)]
    paused.leave()
    const raw = await RawPlain.open(table.url, boardId, 201)
    await expect.poll(() => table.app.collab.present(boardId)).toBe(2)
    raw.socket.pause()
    const text = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'y'.repeat(9000) }] }],
    }
    for (let n = 0; n < 25 && table.app.collab.present(boardId) === 2; n++)
      await table.app.collab.change(boardId, { id: 'g', name: '' }, (board) => {
        for (let m = 0; m < 80; m++) addKptNote(board, { column: 'keep', text })
      })
    expect(table.app.collab.present(boardId)).toBe(1)
    expect(await bob.write(addNote)).toEqual({ saved: true })
    raw.socket.terminate()
    await bob.leave()
  }, 60_000)

  it('[YW14] foreign pages, other paths and one socket too many are turned away like everywhere', async () => {
    const boardId = await table.board()
    const status = (socket: WebSocket) =>
      new Promise<number>((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        socket.on('error', () => {})
        socket.on('open', () => resolve(101))
      })
    const url = table.url.replace('http', 'ws')
    expect(await status(new WebSocket(`${url}/yjs/${boardId}`, { origin: 'https://evil.example' }))).toBe(403)
    for (const path of ['/yjs', '/yjs/', '/yjs/short', `/yjs/${boardId}/x`, `/yjs/..%2f${boardId}`])
      expect([path, await status(new WebSocket(url + path))]).toEqual([path, 404])
    const crowd = Array.from({ length: 60 }, () => new WebSocket(`${url}/yjs/${boardId}`))
    for (const socket of crowd) socket.on('error', () => {})
    expect((await Promise.all(crowd.map(status))).every((code) => code === 101 || code === 429)).toBe(true)
    for (const socket of crowd) socket.terminate()
  })

  it('[YW16] hears something every 15 s, or it would hang up', async () => {
    const boardId = await table.board()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const raw = await RawPlain.open(table.url, boardId, 202)
      // An awareness message about nobody; the board itself may still be on its way.
      const heartbeats = (): number => raw.frames.filter((frame) => String([...frame]) === '1,1,0').length
      await vi.waitUntil(() => raw.frames.length > 0, { timeout: 10_000 })
      const before = heartbeats()
      vi.advanceTimersByTime(15_000)
      await vi.waitUntil(() => heartbeats() > before, { timeout: 10_000 })
      raw.socket.terminate()
    } finally {
      vi.useRealTimers()
    }
  })
})

it('[YW11] no bytes make the reading of a frame throw', () => {
  const socket = { readyState: 1, CLOSING: 2, OPEN: 1, bufferedAmount: 0 } as unknown as WebSocket
  const session = new PlainSession(socket, 'x', { boardId: 'A'.repeat(22), acknowledged: false })
  session.grant = { boardId: 'A'.repeat(22), clientId: 7, principal: { id: 'p', name: 'P' } }
  const dice = diceOf(3)
  const frames = [
    awarenessOf(7, '{"user":{"name":"x"},"__proto__":{"polluted":1}}'),
    awarenessOf(8, 'null'),
    frame(0, step.update, Uint8Array.of(0, 0)),
    frame(3, undefined, new Uint8Array()),
  ]
  const kinds = new Map<string, number>()
  for (let n = 0; n < 20_000; n++) {
    const read = session.read(damage(dice.pick(frames), frames, dice))
    const kind = read === null ? 'ignored' : read === undefined ? 'no frame' : 'passed on'
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  expect([...kinds.keys()].toSorted()).toEqual(['ignored', 'no frame', 'passed on'])
  expect({}).not.toHaveProperty('polluted')
})

it('[YW11] thousands of damaged and invented frames end their own connection at most; the board loads', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const boardId = await table.board()
  const bob = await Wire.join(table.url, boardId)
  await bob.write(addNote)
  const dice = diceOf(11)
  let sent = 0
  for (let round = 0; round < 150; round++) {
    const clientId = 1000 + round
    const raw = await RawPlain.open(table.url, boardId, clientId)
    const doc = new Y.Doc()
    doc.clientID = clientId
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bob.doc))
    const frames = [
      frame(0, step.one, Y.encodeStateVector(doc)),
      frame(0, step.two, Y.encodeStateAsUpdate(bob.doc)),
      frame(0, step.update, invent(doc, clientId, dice)),
      awarenessOf(clientId, '{"user":{"name":"x"},"cursor":{"anchor":1}}'),
    ]
    for (let n = 0; n < 80 && raw.ended === undefined; n++, sent++) {
      const whole = dice.chance(0.3) ? frame(0, step.update, invent(doc, clientId, dice)) : dice.pick(frames)
      raw.socket.send(dice.chance(0.6) ? damage(whole, frames, dice) : whole)
      if (n % 10 === 9) await pause(1)
    }
    raw.socket.close()
    await raw.closed
  }
  expect(sent).toBeGreaterThan(2000)
  expect(await bob.write(addNote)).toEqual({ saved: true })
  expect(reloaded(table.storage, boardId)).toEqual(await table.app.collab.snapshot(boardId))
  said.mockRestore()
}, 60_000)
