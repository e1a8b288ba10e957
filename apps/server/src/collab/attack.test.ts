import { addKptNote, addTimelineEntry, fragmentOf } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { closeCodes } from '@kintsugi/protocol'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Table } from './testing/table.ts'
import { Wire } from './testing/wire.ts'

let table: Table
beforeAll(async () => {
  table = await Table.open()
})
afterAll(() => table.close())

/** An update of so many structs, two bytes each: garbage that was never anything else. */
function garbage(clientId: number, clock: number, structs: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of [1, structs, clientId, clock]) encoding.writeVarUint(encoder, value)
  // Written pair by pair this would take longer than what is tested with it.
  encoding.writeUint8Array(
    encoder,
    new Uint8Array(2 * structs).map((_, n) => n % 2),
  )
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
const inHand = (write: () => void, doc: Y.Doc): Uint8Array[] => {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array): void => void updates.push(update)
  doc.on('update', collect)
  doc.transact(write)
  doc.off('update', collect)
  return updates
}

describe('updates that are dear', () => {
  it('[AT1] millions of structs in one resync are refused before they are read', async () => {
    const mallory = await Wire.join(table.url, await table.board())
    const update = garbage(mallory.doc.clientID, 0, 5_000_000)
    const started = performance.now()
    expect(await mallory.resync(update)).toEqual({ saved: false })
    expect(mallory.refusals()).toEqual(['tooManyParts'])
    expect(performance.now() - started).toBeLessThan(4000)
    await mallory.leave()
  })

  it('[AT7] what a client has may be as long as a full board makes it, and no longer', async () => {
    const boardId = await table.board()
    const vector = (clients: number): Uint8Array => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, clients)
      for (let n = 0; n < clients; n++) {
        encoding.writeVarUint(encoder, 0x8000_0000 + n)
        encoding.writeVarUint(encoder, 1)
      }
      return encoding.toUint8Array(encoder)
    }
    const [alice, bob] = [await Wire.join(table.url, boardId), await Wire.join(table.url, boardId)]
    await bob.write((board) => void addKptNote(board, { column: 'keep' }))
    alice.synced = false
    alice.sync(0, vector(350_000))
    await alice.until(() => alice.synced)
    expect(alice.closeCode).toBeUndefined()
    bob.sync(0, vector(500_000))
    expect(await bob.closed).toBe(closeCodes.unsupported)
    await alice.leave()
  })

  it('[AT2] who sends what is dear to judge waits, and others do not', async () => {
    const boardId = await table.board()
    const [mallory, bob] = [await Wire.join(table.url, boardId), await Wire.join(table.url, boardId)]
    let saved = 0
    for (let n = 0; n < 40; n++) {
      void mallory.update(garbage(mallory.doc.clientID, n * 120_000, 120_000)).then(() => (saved += 1))
    }
    await new Promise((resolve) => setTimeout(resolve, 2000))
    // What one may have ahead, and from then on a part of the time: some ten; without a price more than twenty.
    expect(saved).toBeLessThan(20)
    const before = saved
    for (let n = 0; n < 10; n++) await bob.write((board) => void addKptNote(board, { column: 'keep' }))
    // Ten small ones take hardly longer than one of hers, on a slow machine as well.
    expect(saved - before).toBeLessThan(5)
    // Her farewell would wait in the line with all that she has sent.
    mallory.socket.terminate()
    await bob.leave()
  })

  it('[AT3] what overwrites itself does not fill a board', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    const placements = alice.doc.getMap('placements')
    for (let n = 0; n < 100; n++) {
      const large = { x: n, y: 0, padding: 'x'.repeat(240_000) }
      const [update = new Uint8Array()] = inHand(() => placements.set('A'.repeat(22), large), alice.doc)
      expect(await alice.update(update)).toEqual({ saved: true })
    }
    await alice.leave()
  }, 60_000)
})

it('[AT5] a frame addressed to no possible board ends the connection, and is repeated in no log', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
  for (const name of ['', 'x'.repeat(100_000), '__proto__', 'A'.repeat(21) + String.fromCharCode(10)]) {
    const wire = new Wire(table.url, name)
    await wire.opened()
    wire.ask()
    wire.authenticate('x')
    expect(await wire.closed).toBe(closeCodes.unsupported)
  }
  expect(said).not.toHaveBeenCalled()
  said.mockRestore()
})

describe('content that is odd', () => {
  it('[AT4] an attribute of rich text is a word, and a board with any other can be read', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    let entry = ''
    await alice.write((board) => {
      entry = addTimelineEntry(board, { text: richTextOf('words') })
    })
    const text = fragmentOf(alice.board, { part: 'timeline', id: entry, field: 'text' })
    const odd = new Y.XmlElement('mention')
    const [added = new Uint8Array()] = inHand(() => text?.push([odd]), alice.doc)
    expect(await alice.update(added)).toEqual({ saved: true })
    const unspeakable = { toString: 'x' } as unknown as string
    const [attribute = new Uint8Array()] = inHand(() => odd.setAttribute('label', unspeakable), alice.doc)
    expect(await alice.update(attribute)).toEqual({ saved: false })
    expect(alice.refusals()).toEqual(['notAllowedHere'])
    const { timeline, unreadable } = await table.app.collab.snapshot(boardId)
    expect(timeline).toHaveLength(1)
    expect(unreadable).toMatchObject([{ part: 'timeline', id: `${entry}/text`, reason: 'node:mention' }])
    await alice.leave()
  })

  it('[AT6] a text of few words is no heap of empty paragraphs, nor of attributes', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    let entry = ''
    await alice.write((board) => {
      entry = addTimelineEntry(board, { text: richTextOf('words') })
    })
    const text = fragmentOf(alice.board, { part: 'timeline', id: entry, field: 'text' })
    const fill = (made: () => Y.XmlElement[]) =>
      alice.update(inHand(() => text?.push(made()), alice.doc)[0] ?? new Uint8Array())
    const empty = () => Array.from({ length: 4000 }, () => new Y.XmlElement('paragraph'))
    expect(await fill(empty)).toEqual({ saved: true })
    expect(await fill(empty)).toEqual({ saved: true })
    inHand(() => text?.delete(0, 7000), alice.doc)
    expect(await alice.resync(Y.encodeStateAsUpdate(alice.doc))).toEqual({ saved: true })
    expect(await fill(empty)).toEqual({ saved: true })
    const dressed = () => {
      const element = new Y.XmlElement('paragraph')
      element.setAttribute('label', 'x'.repeat(200_000))
      return [element]
    }
    expect(await fill(dressed)).toEqual({ saved: true })
    expect(await fill(dressed)).toEqual({ saved: true })
    expect(alice.refusals()).toEqual([])
    expect(await fill(dressed)).toEqual({ saved: false })
    expect(alice.refusals()).toEqual(['textTooManyParts'])
    await alice.leave()
  })
})
