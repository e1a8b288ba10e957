import { addCause, addKptNote, describeIncident, readSnapshot } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { principalOf } from '../access/guests.ts'
import { reloaded } from './testing/reloaded.ts'
import { Table } from './testing/table.ts'
import { newDeviceKey, Wire } from './testing/wire.ts'

let table: Table
beforeAll(async () => {
  table = await Table.open()
})
afterAll(() => table.close())

const note = (text: string) => (board: Parameters<typeof addKptNote>[0]) =>
  void addKptNote(board, { column: 'keep', text: richTextOf(text) })

describe('an update from a client', () => {
  it('[WP1] is acknowledged, on disk, and seen by the others', async () => {
    const boardId = await table.board()
    const [alice, bob] = [await Wire.join(table.url, boardId), await Wire.join(table.url, boardId)]
    expect(await alice.write(note('hello'))).toEqual({ saved: true })
    expect(table.storage.log.load(boardId)?.updates).toHaveLength(1)
    await bob.until(() => readSnapshot(bob.board).kptNotes.length === 1)
    expect(readSnapshot(bob.board)).toEqual(readSnapshot(alice.board))
    expect(await table.app.collab.snapshot(boardId)).toEqual(readSnapshot(alice.board))
  })

  it('[WP2] that brings nothing new is acknowledged and makes no row', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    const [update = new Uint8Array()] = alice.make(note('once'))
    expect(await alice.update(update)).toEqual({ saved: true })
    expect(await alice.update(update)).toEqual({ saved: true })
    expect(await alice.resync(Y.encodeStateAsUpdate(alice.doc))).toEqual({ saved: true })
    expect(table.storage.log.load(boardId)?.updates).toHaveLength(1)
  })

  it('[WP3] with a gap before it is not acknowledged; one question brings what is missing', async () => {
    const boardId = await table.board()
    const alice = await Wire.join(table.url, boardId)
    await alice.until(() => alice.asked === 1)
    alice.make(note('never sent'))
    const answer = await alice.write(note('sent'))
    expect(answer).toEqual({ saved: false })
    await alice.until(() => alice.asked === 2)
    const bob = await Wire.join(table.url, boardId)
    await bob.until(() => readSnapshot(bob.board).kptNotes.length === 2)
    expect(alice.refusals()).toEqual([])
  })

  it('[WP4] that is refused says why once, and the connection goes on hearing the others', async () => {
    const boardId = await table.board()
    const [mallory, bob] = [await Wire.join(table.url, boardId), await Wire.join(table.url, boardId)]
    const [bad = new Uint8Array()] = mallory.make(() => mallory.doc.getMap('elsewhere').set('a', 1))
    expect(await mallory.update(bad)).toEqual({ saved: false })
    expect(mallory.refusals()).toEqual(['unknownRoot'])
    for (let n = 0; n < 20; n++) expect(await mallory.write(note(`more ${n}`))).toEqual({ saved: false })
    expect(mallory.refusals()).toEqual(['unknownRoot'])
    await bob.write(note('from bob'))
    await mallory.until(() => readSnapshot(mallory.board).kptNotes.some((n) => n.text.content.length > 0))
    expect(table.storage.log.load(boardId)?.updates).toHaveLength(1)
    expect((await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(1)
  })

  it('[WP5] that is no update at all is refused', async () => {
    const boardId = await table.board()
    const mallory = await Wire.join(table.url, boardId)
    expect(await mallory.update(new Uint8Array([255, 255, 255, 255, 15, 1, 0]))).toEqual({ saved: false })
    expect(mallory.refusals()).toEqual(['malformed'])
  })

  it('[WP6] above the size of a live update is refused, naming the limit', async () => {
    const boardId = await table.board()
    const mallory = await Wire.join(table.url, boardId)
    const [big = new Uint8Array()] = mallory.make(
      (board) => void addCause(board, { text: richTextOf('x'.repeat(300_000)) }),
    )
    expect(await mallory.update(big)).toEqual({ saved: false })
    expect(mallory.told).toContainEqual({
      type: 'refused',
      problem: { code: 'updateTooBig', args: { limitKB: 256 }, line: null },
    })
  })
})

it('[WP7] the same structs brought by several at once are stored once, and reload the same', async () => {
  const boardId = await table.board()
  const deviceKey = newDeviceKey()
  const alice = await Wire.join(table.url, boardId, { deviceKey })
  const updates = Array.from({ length: 30 }, (_, n) => alice.make(note(`n${n}`))).flat()
  const principal = principalOf({ name: 'Alice', deviceKey })
  const { collab } = table.app
  const verdicts = await Promise.all(
    [...updates, ...updates, Y.encodeStateAsUpdate(alice.doc)].map((update) =>
      collab.commit(boardId, update, principal),
    ),
  )
  const kinds = verdicts.map((verdict) => verdict.kind)
  expect(kinds.filter((kind) => kind === 'committed')).toHaveLength(30)
  expect(kinds.filter((kind) => kind === 'known')).toHaveLength(31)
  expect(reloaded(table.storage, boardId)).toEqual(readSnapshot(alice.board))
})

it('[WP8] a server write is in the log, and everybody sees it', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  const id = await table.app.collab.change(boardId, { id: 'g', name: 'G' }, (board) =>
    addKptNote(board, { column: 'try', text: richTextOf('from the server') }),
  )
  await alice.until(() => readSnapshot(alice.board).kptNotes.some((n) => n.id === id))
  expect(table.storage.log.load(boardId)?.updates).toHaveLength(1)
})

it('[WP9] a server write that throws leaves nothing behind', async () => {
  const boardId = await table.board()
  const work = table.app.collab.change(boardId, { id: 'g', name: 'G' }, (board) => {
    describeIncident(board, { title: 'half' })
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect((await table.app.collab.snapshot(boardId)).incident.title).toBe('A board')
  expect(table.storage.log.load(boardId)?.updates).toHaveLength(0)
})
