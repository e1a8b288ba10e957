import { addKptNote, readSnapshot } from '@kintsugi/board'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Table } from './testing/table.ts'
import { Wire } from './testing/wire.ts'

let table: Table
beforeAll(async () => {
  table = await Table.open()
})
afterAll(() => table.close())

const guest = { id: 'g', name: 'G' }
const addNote = (board: Parameters<typeof addKptNote>[0]) => void addKptNote(board, { column: 'keep' })

it('[FR1] a final board is read and not written, and its clients are told', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  await alice.write(addNote)
  const seen = await table.app.collab.freeze(boardId, async (snapshot) => snapshot.kptNotes.length)
  expect(seen).toBe(1)
  await alice.until(() => alice.states().includes('final'))
  expect(await alice.write(addNote)).toEqual({ saved: false })
  expect(alice.refusals()).toEqual(['boardFinal'])
  await expect(table.app.collab.change(boardId, guest, addNote)).rejects.toMatchObject({
    problem: { code: 'boardFinal' },
  })
  const bob = await Wire.join(table.url, boardId)
  await bob.until(() => bob.states().includes('final'))
  expect(readSnapshot(bob.board).kptNotes).toHaveLength(1)
})

it('[FR1] who was away while the board was opened again is told so when they come back', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  await alice.write(addNote)
  await table.app.collab.freeze(boardId, async () => undefined)
  await alice.until(() => alice.states().at(-1) === 'final')
  await table.app.collab.thaw(boardId)
  const again = await Wire.join(table.url, boardId)
  await again.until(() => again.states().length > 0)
  expect(again.states()).toEqual(['live'])
})

it('[FR2] what is written while finality is decided is neither taken nor refused; afterwards it is', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  await alice.until(() => alice.asked === 1)
  await table.app.collab.freeze(boardId, async (snapshot) => {
    expect(await alice.write(addNote)).toEqual({ saved: false })
    expect(alice.refusals()).toEqual([])
    expect(snapshot.kptNotes).toHaveLength(0)
  })
  await alice.until(() => alice.refusals().includes('boardFinal'))
  expect((await table.app.collab.snapshot(boardId)).kptNotes).toHaveLength(0)
})

it('[FR3] when finality fails the board is live again and gets what was held back', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  const failing = table.app.collab.freeze(boardId, async () => {
    await alice.write(addNote)
    throw new Error('no revision')
  })
  await expect(failing).rejects.toThrow('no revision')
  expect(await table.app.collab.state(boardId)).toBe('live')
  await alice.until(() => table.storage.log.load(boardId)?.updates.length === 1)
})

it('[FR4] a board is frozen once at a time', async () => {
  const boardId = await table.board()
  const { collab } = table.app
  await collab.freeze(boardId, async () => {
    await expect(collab.freeze(boardId, async () => undefined)).rejects.toMatchObject({
      problem: { code: 'boardFinal' },
    })
  })
  await expect(collab.freeze(boardId, async () => undefined)).rejects.toMatchObject({
    problem: { code: 'boardFinal' },
  })
})

it('[FR5] reopening takes edits again, and those that were refused in between once more', async () => {
  const boardId = await table.board()
  const alice = await Wire.join(table.url, boardId)
  await table.app.collab.freeze(boardId, async () => undefined)
  expect(await alice.write(addNote)).toEqual({ saved: false })
  await table.app.collab.thaw(boardId)
  await alice.until(() => table.storage.log.load(boardId)?.updates.length === 1)
  expect(await alice.write(addNote)).toEqual({ saved: true })
  await expect(table.app.collab.thaw(boardId)).rejects.toMatchObject({ problem: { code: 'boardNotFinal' } })
})

it('[FR6] a final board is final after a restart', async () => {
  const first = await Table.open()
  const boardId = await first.board()
  await first.app.collab.freeze(boardId, async () => undefined)
  await first.stop()
  const second = await Table.open({ folder: first.folder })
  const alice = await Wire.join(second.url, boardId)
  expect(await alice.write(addNote)).toEqual({ saved: false })
  expect(alice.refusals()).toEqual(['boardFinal'])
  await second.close()
})
