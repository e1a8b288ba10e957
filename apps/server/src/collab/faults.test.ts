import { addKptNote, readSnapshot } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { closeCodes } from '@kintsugi/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { reloaded } from './testing/reloaded.ts'
import { Table } from './testing/table.ts'
import { newDeviceKey, Wire } from './testing/wire.ts'

let table: Table
beforeEach(async () => {
  table = await Table.open()
})
afterEach(() => table.close())

const addNote = (board: Parameters<typeof addKptNote>[0]) =>
  void addKptNote(board, { column: 'keep', text: richTextOf('a note') })

it('[FT1] a full disk: nothing is acknowledged, everybody is told, others read on; then all is saved', async () => {
  const boardId = await table.board()
  const [alice, bob] = [await Wire.join(table.url, boardId), await Wire.join(table.url, boardId)]
  await alice.write(addNote)
  await table.fillDisk()
  let lost = 0
  for (let n = 0; n < 100; n++) {
    const { saved } = await alice.write(
      (board) => void addKptNote(board, { column: 'keep', text: richTextOf('x'.repeat(1000)) }),
    )
    if (!saved) lost += 1
  }
  expect(lost).toBeGreaterThan(50)
  await bob.until(() => bob.states().includes('unavailable'))
  expect(alice.refusals()).toEqual([])
  expect((await fetch(`${table.url}/healthz`)).status).toBe(503)
  await expect(table.app.collab.change(boardId, { id: 'g', name: '' }, addNote)).rejects.toMatchObject({
    problem: { code: 'storageUnavailable' },
  })
  const reader = await Wire.join(table.url, boardId)
  expect(reader.synced).toBe(true)

  await table.emptyDisk()
  await alice.until(() => alice.states().at(-1) === 'live')
  await bob.until(() => readSnapshot(bob.board).kptNotes.length === 101)
  expect(reloaded(table.storage, boardId)).toEqual(readSnapshot(alice.board))
  expect((await fetch(`${table.url}/healthz`)).status).toBe(200)
})

it('[FT2] a write too big for the disk does not take other boards with it', async () => {
  const [one, other] = [await table.board(), await table.board()]
  const [alice, bob] = [await Wire.join(table.url, one), await Wire.join(table.url, other)]
  await alice.write(addNote)
  await bob.write(addNote)
  await table.fillDisk()
  const big = alice.write((board) => {
    for (let n = 0; n < 20; n++) addKptNote(board, { column: 'keep', text: richTextOf('y'.repeat(9000)) })
  })
  const small = bob.write((board) => void addKptNote(board, { column: 'keep' }))
  expect(await big).toEqual({ saved: false })
  expect(await small).toEqual({ saved: true })
  expect(bob.states()).toEqual(['live'])
})

it('[FT3] a row that does not apply is put aside; the board is rebuilt and nobody saw the row', async () => {
  const boardId = await table.board()
  const deviceKey = newDeviceKey()
  const mallory = await Wire.join(table.url, boardId, { deviceKey })
  const bob = await Wire.join(table.url, boardId)
  await bob.write(addNote)
  // What no gate foresaw: the bytes are on disk, and Yjs throws on them.
  table.app.collab.hocuspocus.documents.get(boardId)?.once('beforeTransaction', () => {
    throw new Error('poison')
  })
  void mallory.write(addNote)
  expect(await mallory.closed).toBe(closeCodes.fenced)
  expect(await bob.closed).toBe(closeCodes.fenced)

  const carol = await Wire.join(table.url, boardId, { doc: bob.doc })
  expect(readSnapshot(carol.board).kptNotes).toHaveLength(1)
  expect(await carol.write(addNote)).toEqual({ saved: true })
  expect(reloaded(table.storage, boardId).kptNotes).toHaveLength(2)
  expect(await table.storage.db.selectFrom('quarantine').select('board_id').execute()).toHaveLength(1)
  // The id it was written under is nobody's any more, so the retry does not fence the board again.
  const retry = await Wire.join(table.url, boardId, { deviceKey })
  expect(await retry.resync(Y.encodeStateAsUpdate(mallory.doc))).toEqual({ saved: false })
  expect(retry.refusals()).toEqual(['foreignClient'])
})

it('[FT4] a row on disk that does not load is put aside at the next opening', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  await alice.write(addNote)
  await alice.leave()
  await table.storage.log.append([{ boardId, bytes: new Uint8Array([1, 1, 5, 9]), claims: [] }])
  const bob = await Wire.join(table.url, boardId)
  expect(bob.synced).toBe(false)
  const again = await Wire.join(table.url, boardId)
  expect(readSnapshot(again.board).kptNotes).toHaveLength(1)
  expect(await again.write(addNote)).toEqual({ saved: true })
})

it('[FT5] after 500 rows, and when the last one leaves, rows become a checkpoint that reads the same', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  const others = await Promise.all([1, 2, 3].map(() => Wire.join(table.url, boardId)))
  for (let n = 0; n < 150; n++) await Promise.all([alice, ...others].map((wire) => wire.write(addNote)))
  const rows = () => table.storage.log.load(boardId)?.updates.length ?? 0
  await alice.until(() => rows() < 200)
  await alice.until(() => readSnapshot(alice.board).kptNotes.length === 600)
  await Promise.all([alice, ...others].map((wire) => wire.leave()))
  await alice.until(() => rows() === 0)
  expect(reloaded(table.storage, boardId)).toEqual(readSnapshot(alice.board))
  const { db } = table.storage
  const archived = await db.selectFrom('archive').select(db.fn.countAll<number>().as('n')).executeTakeFirst()
  const checkpoint = await db
    .selectFrom('checkpoints')
    .select('rows')
    .where('board_id', '=', boardId)
    .executeTakeFirst()
  expect(archived?.n).toBe(600)
  expect(checkpoint?.rows).toBe(600)
}, 30_000)

it('[FT6] going down: no edit is taken that would not be saved, and it takes no five seconds', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  const writes = Array.from({ length: 20 }, () => alice.write(addNote))
  const started = performance.now()
  const stopping = table.app.close()
  const code = await alice.closed
  await stopping
  expect(code).toBe(closeCodes.shutdown)
  expect(performance.now() - started).toBeLessThan(5000)
  const answers = await Promise.all(writes.map((write) => Promise.race([write, undefined])))
  const saved = answers.filter((answer) => answer?.saved).length
  expect(reloaded(table.storage, boardId).kptNotes.length).toBeGreaterThanOrEqual(saved)
})
