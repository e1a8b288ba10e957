import { addCause, addKptNote, readSnapshot } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { closeCodes } from '@kintsugi/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { reloaded } from './testing/reloaded.ts'
import { Stock } from './testing/stock.ts'
import { Table } from './testing/table.ts'
import { newDeviceKey, takeTicket, Wire } from './testing/wire.ts'

let table: Table
const denials = vi.spyOn(console, 'warn').mockImplementation(() => {})
beforeAll(async () => {
  table = await Table.open()
})
afterAll(() => table.close())

type Gesture = Parameters<Wire['write']>[0]
const note =
  (text: string): Gesture =>
  (board) =>
    void addKptNote(board, { column: 'keep', text: richTextOf(text) })
const notesOf = ({ board }: { board: Wire['board'] }): number => readSnapshot(board).kptNotes.length

describe('the provider of y-websocket', () => {
  it('[YW1] reads and writes a board beside our own clients, and what it writes is on disk', async () => {
    const boardId = await table.board('Together')
    const [alice, yjs] = [await Wire.join(table.url, boardId), await Stock.join(table.url, boardId)]
    expect(readSnapshot(yjs.board).incident.title).toBe('Together')
    await alice.write(note('from our own client'))
    await yjs.until(() => notesOf(yjs) === 1)
    note('from any Yjs client')(yjs.board)
    await alice.until(() => notesOf(alice) === 2)
    expect(readSnapshot(yjs.board)).toEqual(readSnapshot(alice.board))
    expect(reloaded(table.storage, boardId)).toEqual(readSnapshot(yjs.board))
    yjs.leave()
    await alice.leave()
  })

  it('[YW1] an edit takes some milliseconds either way', async () => {
    const boardId = await table.board()
    const [alice, yjs] = [await Wire.join(table.url, boardId), await Stock.join(table.url, boardId)]
    const times = { toOwn: [] as number[], toStock: [] as number[] }
    const measure = async (from: () => void, to: Wire | Stock, list: number[]) => {
      const [before, began] = [notesOf(to), performance.now()]
      const arrived = new Promise<void>((resolve) => to.doc.once('update', () => resolve()))
      from()
      await arrived
      list.push(performance.now() - began)
      await to.until(() => notesOf(to) > before)
    }
    for (let n = 0; n < 40; n++) {
      await measure(() => note(`s${n}`)(yjs.board), alice, times.toOwn)
      await measure(() => void alice.write(note(`o${n}`)), yjs, times.toStock)
    }
    const at = (list: number[], share: number) =>
      list.toSorted((a, b) => a - b)[Math.floor(list.length * share)]
    for (const [way, list] of Object.entries(times)) {
      if (process.env.KINTSUGI_SHOW !== undefined)
        process.stdout.write(
          `${way}: p50 ${at(list, 0.5)?.toFixed(1)} p95 ${at(list, 0.95)?.toFixed(1)} ms\n`,
        )
      expect(at(list, 0.5)).toBeLessThan(250)
    }
    yjs.leave()
    await alice.leave()
  })

  it('[YW3] comes back after a restart with the same ticket, and brings what was typed meanwhile', async () => {
    let own = await Table.open()
    const boardId = await own.board()
    const yjs = await Stock.join(own.url, boardId)
    note('before')(yjs.board)
    const { port } = new URL(own.url)
    await expect.poll(() => own.storage.log.load(boardId)?.updates).toHaveLength(1)
    await own.stop()
    note('while the server is away')(yjs.board)
    own = await Table.open({ folder: own.folder, port: Number(port) })
    await expect.poll(async () => (await own.app.collab.snapshot(boardId)).kptNotes).toHaveLength(2)
    expect(yjs.closed).toBeUndefined()
    yjs.leave()
    await own.close()
  })

  it('[YW6] that leaves something out is asked for everything, and all of it arrives', async () => {
    const boardId = await table.board()
    const yjs = await Stock.join(table.url, boardId)
    note('first')(yjs.board)
    await expect.poll(() => table.storage.log.load(boardId)?.updates).toHaveLength(1)
    yjs.doc.off('update', yjs.provider._updateHandler)
    note('never sent')(yjs.board)
    yjs.doc.on('update', yjs.provider._updateHandler)
    note('sent')(yjs.board)
    await expect.poll(async () => (await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(3)
    expect(yjs.ended).toEqual([])
    yjs.leave()
  })

  it('[YW9] with acks=1 is told after each frame whether it is on disk; else it hears no such frame', async () => {
    const boardId = await table.board()
    const [asking, silent] = [
      await Stock.join(table.url, boardId, { acks: '1' }),
      await Stock.join(table.url, boardId),
    ]
    // Its answer to our question for all it has.
    await asking.until(() => asking.acknowledged.length === 1)
    note('saved')(asking.board)
    await asking.until(() => asking.acknowledged.length === 2)
    expect(table.storage.log.load(boardId)?.updates).toHaveLength(1)
    expect(asking.acknowledged).toEqual([true, true])
    expect(silent.acknowledged).toEqual([])
    asking.leave()
    silent.leave()
  })
})

describe('what is not taken is said', () => {
  it.each([
    ['no', () => ''],
    ['a guessed', () => 'guessed'],
  ])('[YW4] with %s ticket it is denied, and does not come back', async (_which, ticket) => {
    const boardId = await table.board()
    const yjs = new Stock(table.url, boardId, { ticket: ticket() })
    yjs.provider.connect()
    await yjs.until(() => yjs.closed !== undefined)
    expect(yjs.closed).toEqual({ code: closeCodes.unauthenticated, reason: 'ticketInvalid' })
    expect(denials).toHaveBeenLastCalledWith(expect.stringContaining('ticketInvalid'))
    expect(table.app.collab.hocuspocus.documents.has(boardId)).toBe(false)
    yjs.leave()
  })

  it('[YW4] a ticket of another board opens nothing; a single-use one opens once', async () => {
    const [boardId, other] = [await table.board(), await table.board()]
    const yjs = new Stock(table.url, boardId, {})
    yjs.provider.params.ticket = (await takeTicket(table.url, other, yjs.doc.clientID)).ticket ?? ''
    yjs.provider.connect()
    await yjs.until(() => yjs.closed?.code === closeCodes.unauthenticated)
    yjs.provider.params.ticket = (await takeTicket(table.url, boardId, yjs.doc.clientID)).ticket ?? ''
    yjs.provider.connect()
    await yjs.until(() => yjs.provider.synced)
    yjs.provider.disconnect()
    yjs.closed = undefined
    yjs.provider.connect()
    await yjs.until(() => yjs.closed?.code === closeCodes.unauthenticated)
    yjs.leave()
  })

  it('[YW17] a link for reading opens no socket, and it is said why', async () => {
    const boardId = await table.board()
    const guest = Buffer.from(JSON.stringify({ name: 'Host', deviceKey: newDeviceKey() }))
    const response = await fetch(`${table.url}/api/boards/${boardId}/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Kintsugi-Guest': guest.toString('base64url') },
      body: '{}',
    })
    const { url } = (await response.json()) as { url: string }
    const reader = new Stock(table.url, boardId, { ticket: url.split('/r/')[1] ?? '' })
    reader.provider.connect()
    await reader.until(() => reader.closed !== undefined)
    expect(reader.closed).toEqual({ code: closeCodes.readOnly, reason: 'readOnly' })
    expect(readSnapshot(reader.board).incident.title).toBe('')
    reader.leave()
  })

  const stolen = (victim: Wire): Uint8Array => {
    const doc = new Y.Doc()
    doc.clientID = victim.doc.clientID
    doc.getMap('incident').set('title', 'stolen')
    return Y.encodeStateAsUpdate(doc)
  }
  it.each<[string, (yjs: Stock, victim: Wire) => void]>([
    ['unknownRoot', (yjs) => void yjs.doc.getMap('elsewhere').set('a', 1)],
    ['foreignClient', (yjs, victim) => Y.applyUpdate(yjs.doc, stolen(victim))],
    ['textTooLong', (yjs) => void addCause(yjs.board, { text: richTextOf('x'.repeat(20_000)) })],
  ])(
    '[YW5] %s: it is told, does not come back, and its ticket is of no use any more',
    async (code, write) => {
      const boardId = await table.board()
      const [bob, yjs] = [await Wire.join(table.url, boardId), await Stock.join(table.url, boardId)]
      write(yjs, bob)
      await yjs.until(() => yjs.closed !== undefined)
      expect(yjs.closed).toEqual({ code: closeCodes.refused, reason: code })
      expect(denials).toHaveBeenLastCalledWith(expect.stringContaining(code))
      yjs.closed = undefined
      yjs.provider.connect()
      await yjs.until(() => yjs.closed !== undefined)
      expect(yjs.closed).toEqual({ code: closeCodes.unauthenticated, reason: code })
      expect(await bob.write(note('undisturbed'))).toEqual({ saved: true })
      expect((await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(1)
      yjs.leave()
      await bob.leave()
    },
  )

  it('[YW7] a final board is read; an edit ends the connection, and arrives once the board is reopened', async () => {
    const boardId = await table.board()
    const yjs = await Stock.join(table.url, boardId)
    await table.app.collab.freeze(boardId, async () => undefined)
    note('too late')(yjs.board)
    await yjs.until(() => yjs.closed !== undefined)
    expect(yjs.closed).toEqual({ code: closeCodes.boardFinal, reason: 'boardFinal' })
    await table.app.collab.thaw(boardId)
    yjs.provider.connect()
    await expect.poll(async () => (await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(1)
    yjs.leave()
  })

  it('[YW7] an edit too large to be sent live arrives with the next connection', async () => {
    const boardId = await table.board()
    const yjs = await Stock.join(table.url, boardId)
    yjs.doc.transact(() => {
      for (let n = 0; n < 60; n++) note('x'.repeat(5000))(yjs.board)
    })
    await yjs.until(() => yjs.closed !== undefined)
    expect(yjs.closed).toEqual({ code: closeCodes.refused, reason: 'updateTooBig' })
    yjs.provider.connect()
    await expect.poll(async () => (await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(60)
    yjs.leave()
  })

  it('[YW8] on a full disk it is sent away until there is room, and everything is saved then', async () => {
    const own = await Table.open()
    const boardId = await own.board()
    const yjs = await Stock.join(own.url, boardId)
    await own.fillDisk()
    for (let n = 0; n < 20; n++) note('x'.repeat(4000))(yjs.board)
    await yjs.until(() => yjs.ended.some(({ code }) => code === closeCodes.shutdown))
    expect(yjs.ended).toContainEqual({ code: closeCodes.shutdown, reason: 'storageUnavailable' })
    await own.emptyDisk()
    await expect.poll(async () => (await own.app.collab.snapshot(boardId)).kptNotes).toHaveLength(20)
    expect(yjs.closed).toBeUndefined()
    yjs.leave()
    await own.close()
  })

  it('[YW13] of two with the same ticket the newer stays', async () => {
    const boardId = await table.board()
    const yjs = await Stock.join(table.url, boardId, { deviceKey: newDeviceKey() })
    const twin = new Stock(table.url, boardId, { ticket: yjs.provider.params.ticket ?? '' })
    twin.provider.connect()
    await yjs.until(() => yjs.closed !== undefined)
    expect(yjs.closed).toEqual({ code: closeCodes.replaced, reason: 'replaced' })
    await twin.until(() => twin.provider.synced)
    yjs.leave()
    twin.leave()
  })
})
