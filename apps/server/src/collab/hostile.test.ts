import { MessageType } from '@hocuspocus/server'
import { addKptNote, readSnapshot } from '@kintsugi/board'
import { closeCodes, presenceSchema } from '@kintsugi/protocol'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { damage, diceOf } from './testing/mutate.ts'
import { reloaded } from './testing/reloaded.ts'
import { Table } from './testing/table.ts'
import { newDeviceKey, step, takeTicket, Wire } from './testing/wire.ts'

let table: Table
beforeAll(async () => {
  table = await Table.open({ env: { KINTSUGI_SOCKETS_PER_ADDRESS: '60' } })
})
afterAll(() => table.close())

const addNote = (board: Parameters<typeof addKptNote>[0]) => void addKptNote(board, { column: 'keep' })
const documents = () => table.app.collab.hocuspocus.documents

async function stranger(boardId: string): Promise<Wire> {
  const wire = new Wire(table.url, boardId)
  await wire.opened()
  return wire
}

describe('without a right to be here', () => {
  it('[SO1] a wrong, a reused and a foreign ticket open nothing', async () => {
    const [boardId, other] = [await table.board(), await table.board()]
    const wire = await stranger(boardId)
    wire.authenticate('guessed')
    await wire.until(() => wire.denied === 'ticketInvalid')
    const { ticket = '' } = await takeTicket(table.url, boardId, 5)
    const elsewhere = await stranger(other)
    elsewhere.authenticate(ticket)
    await elsewhere.until(() => elsewhere.denied === 'ticketInvalid')
    const again = await stranger(boardId)
    again.authenticate(ticket)
    await again.until(() => again.denied === 'ticketInvalid')
    expect(documents().has(boardId)).toBe(false)
    for (const each of [wire, elsewhere, again]) await each.leave()
  })

  it('[SO2] nothing is heard and nothing is taken before the ticket', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    const eve = await stranger(boardId)
    eve.ask()
    eve.sync(step.update, eve.make(addNote)[0] ?? new Uint8Array())
    await alice.write(addNote)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(eve.synced).toBe(false)
    expect(eve.presence).toEqual([])
    expect(readSnapshot(eve.board).kptNotes).toHaveLength(1)
    expect((await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(1)
    await eve.leave()
  })

  it("[SO3] another guest's client id cannot be had, nor written under", async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    expect(await takeTicket(table.url, boardId, alice.doc.clientID)).toMatchObject({
      status: 409,
      problem: { code: 'clientIdTaken' },
    })
    const mallory = await Wire.join(table.url, boardId)
    const stolen = new Y.Doc()
    stolen.clientID = alice.doc.clientID
    stolen.getMap('incident').set('title', 'stolen')
    expect(await mallory.update(Y.encodeStateAsUpdate(stolen))).toEqual({ saved: false })
    expect(mallory.refusals()).toEqual(['foreignClient'])
    expect(await alice.write(addNote)).toEqual({ saved: true })
  })

  it('[SO4] a foreign page, a wrong path and one socket too many are turned away', async () => {
    const boardId = await table.board()
    const status = (socket: WebSocket) =>
      new Promise<number>((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        socket.on('error', () => {})
        socket.on('open', () => resolve(101))
      })
    const url = table.url.replace('http', 'ws')
    expect(await status(new WebSocket(`${url}/collab`, { origin: 'https://evil.example' }))).toBe(403)
    expect(await status(new WebSocket(`${url}/elsewhere`))).toBe(404)
    const crowd = Array.from({ length: 60 }, () => new Wire(table.url, boardId))
    await Promise.all(crowd.map((wire) => wire.opened()))
    expect(await status(new WebSocket(`${url}/collab`))).toBe(429)
    await Promise.all(crowd.map((wire) => wire.leave()))
  })

  it('[SO5] one socket opens one board', async () => {
    const [boardId, other] = [await table.board(), await table.board()]
    const alice = await Wire.join(table.url, boardId)
    const { ticket = '' } = await takeTicket(table.url, other, 99)
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, other)
    encoding.writeVarUint(encoder, MessageType.Auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, ticket)
    alice.socket.send(encoding.toUint8Array(encoder))
    await alice.until(() => alice.denied === 'oneBoardPerSocket')
    expect(documents().has(other)).toBe(false)
  })
})

describe('frames that are none', () => {
  it('[SO6] text, noise, unknown types and a frame above the limit end their own connection only', async () => {
    const boardId = await table.board()
    const bob = await Wire.join(table.url, boardId)
    const texter = await Wire.join(table.url, boardId)
    texter.socket.send('hello')
    expect(await texter.closed).toBe(closeCodes.unsupported)
    const noisy = await Wire.join(table.url, boardId)
    noisy.socket.send(Uint8Array.from([255, 255]))
    expect(await noisy.closed).toBe(closeCodes.unsupported)
    const odd = await Wire.join(table.url, boardId)
    odd.send(MessageType.BroadcastStateless, (encoder) => encoding.writeVarString(encoder, '{}'))
    expect(await odd.closed).toBe(closeCodes.unsupported)
    const big = await Wire.join(table.url, boardId)
    big.socket.send(new Uint8Array(17 * 1024 * 1024))
    expect(await big.closed).toBe(closeCodes.tooBig)
    expect(await bob.write(addNote)).toEqual({ saved: true })
  })

  it('[SO7] asking again and again for everything is answered once in two seconds', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    let answers = 0
    alice.socket.on('message', (data: Buffer) => {
      // After the name: sync, SyncStep2.
      if (data[1 + boardId.length] === 0 && data[2 + boardId.length] === 1) answers += 1
    })
    for (let n = 0; n < 100; n++) alice.ask()
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(answers).toBe(1)
  })

  it('[SO8] a flood is slowed down by its own network, and loses nothing', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    const started = performance.now()
    const answers = await Promise.all(Array.from({ length: 300 }, () => alice.write(addNote)))
    expect(answers.every(({ saved }) => saved)).toBe(true)
    expect(await alice.write(addNote)).toEqual({ saved: true })
    expect(performance.now() - started).toBeGreaterThan(1000)
  })

  it('[SO9] who does not read is let go, and the others write on', async () => {
    const boardId = await table.board()
    const paused = await Wire.join(table.url, boardId)
    paused.socket.pause()
    await table.app.collab.change(boardId, { id: 'g', name: '' }, (board) => {
      for (let n = 0; n < 500; n++) {
        addKptNote(board, {
          column: 'keep',
          text: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(5000) }] }],
          },
        })
      }
    })
    const writers = await Promise.all([1, 2].map(() => Wire.join(table.url, boardId)))
    const long = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'y'.repeat(9000) }] }],
    }
    for (let n = 0; n < 400 && table.app.collab.present(boardId) === 3; n++) {
      await Promise.all(
        writers.map((wire) =>
          wire.write((board) => {
            for (let m = 0; m < 20; m++) addKptNote(board, { column: 'keep', text: long })
          }),
        ),
      )
    }
    expect(table.app.collab.present(boardId)).toBe(2)
  }, 60_000)
})

describe('presence', () => {
  const awarenessOf = (clientId: number, state: object) => {
    const doc = new Y.Doc()
    doc.clientID = clientId
    const awareness = new Awareness(doc)
    awareness.setLocalState(state)
    const update = encodeAwarenessUpdate(awareness, [clientId])
    awareness.destroy()
    return update
  }
  const show = (wire: Wire, update: Uint8Array) =>
    wire.send(MessageType.Awareness, (encoder) => encoding.writeVarUint8Array(encoder, update))
  const seenBy = (wire: Wire) => {
    const awareness = new Awareness(new Y.Doc())
    awareness.setLocalState(null)
    for (const update of wire.presence) applyAwarenessUpdate(awareness, update, null)
    const states = new Map(awareness.getStates())
    awareness.destroy()
    return states
  }

  it('[SO10] carries the name and principal of the ticket, whatever it says', async () => {
    const boardId = await table.board()
    const deviceKey = newDeviceKey()
    const alice = await Wire.join(table.url, boardId, { name: 'Alice', deviceKey })
    const bob = await Wire.join(table.url, boardId, { name: 'Bob' })
    show(alice, awarenessOf(alice.doc.clientID, { name: 'Boss', principal: 'boss', cursor: { x: 1, y: 2 } }))
    await bob.until(() => seenBy(bob).has(alice.doc.clientID))
    const seen = presenceSchema.parse(seenBy(bob).get(alice.doc.clientID))
    expect(seen).toMatchObject({ name: 'Alice', cursor: { x: 1, y: 2 } })
    expect(seen.principal).not.toBe('boss')
    expect(JSON.stringify(seen)).not.toContain(deviceKey)
  })

  it('[SO11] of others, too long or of another shape is heard by nobody', async () => {
    const boardId = await table.board()
    const [alice, bob] = [await Wire.join(table.url, boardId), await Wire.join(table.url, boardId)]
    show(alice, awarenessOf(bob.doc.clientID, { name: 'x' }))
    show(alice, awarenessOf(12345, { name: 'x' }))
    show(alice, awarenessOf(alice.doc.clientID, { name: 'x', selection: 'everything' }))
    show(alice, awarenessOf(alice.doc.clientID, { editing: 'z'.repeat(3000) }))
    await alice.write(addNote)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(seenBy(bob).size).toBe(0)
    show(alice, awarenessOf(alice.doc.clientID, { editing: 'kptNotes/a/text' }))
    await bob.until(() => seenBy(bob).size === 1)
    await alice.leave()
    await bob.until(() => seenBy(bob).size === 0)
  })
})

it('[SO12] damaged frames end their own connection at most; the board loads and others write on', async () => {
  const boardId = await table.board()
  const bob = await Wire.join(table.url, boardId)
  const dice = diceOf(7)
  let sent = 0
  for (let round = 0; round < 25; round++) {
    const mallory = await Wire.join(table.url, boardId)
    mallory.socket.on('error', () => {})
    const frames = [step.one, step.two, step.update, step.update].map((kind) => {
      const encoder = encoding.createEncoder()
      encoding.writeVarString(encoder, boardId)
      encoding.writeVarUint(encoder, dice.pick([MessageType.Sync, MessageType.SyncReply]))
      encoding.writeVarUint(encoder, kind)
      const payload = kind === step.one ? Y.encodeStateVector(mallory.doc) : mallory.make(addNote)[0]
      encoding.writeVarUint8Array(encoder, payload ?? new Uint8Array())
      return encoding.toUint8Array(encoder)
    })
    for (let n = 0; n < 120 && mallory.closeCode === undefined; n++, sent++) {
      mallory.socket.send(damage(dice.pick(frames), frames, dice))
      if (n % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await mallory.leave()
  }
  expect(sent).toBeGreaterThan(500)
  expect(await bob.write(addNote)).toEqual({ saved: true })
  expect(reloaded(table.storage, boardId)).toEqual(await table.app.collab.snapshot(boardId))
}, 60_000)
