import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addKptNote, readSnapshot } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStorage } from '../storage/openStorage.ts'
import { newId } from './newId.ts'
import { reloaded } from './testing/reloaded.ts'
import { Wire } from './testing/wire.ts'

const entry = join(import.meta.dirname, 'testing/smallServer.ts')
let folder: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kintsugi-killed-'))
})
afterEach(async () => {
  await kill()
  rmSync(folder, { recursive: true, force: true })
})

async function start(boardId: string, word?: string): Promise<string> {
  const started = spawn(process.execPath, [entry, folder, boardId, ...(word === undefined ? [] : [word])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  const [port] = (await once(started.stdout, 'data')) as [Buffer]
  return `http://127.0.0.1:${port.toString().trim()}`
}
async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
const importAt = (url: string, word: string) =>
  fetch(url, { method: 'POST', body: JSON.stringify({ word }) }).then(
    () => true,
    () => false,
  )
const words = (wire: Wire, word: string) => JSON.stringify(readSnapshot(wire.board)).split(word).length - 1
async function onDisk(boardId: string, word: string): Promise<number> {
  const storage = await openStorage(folder)
  const found = JSON.stringify(reloaded(storage, boardId)).split(word).length - 1
  storage.close()
  return found
}

it('[SW1] killed between the log and the broadcast, an import is whole on disk and nobody has seen it', async () => {
  const boardId = newId()
  const url = await start(boardId, 'imported')
  const [alice, bob] = [await Wire.join(url, boardId), await Wire.join(url, boardId)]
  let editing = true
  const edits = (async () => {
    while (editing) {
      void alice.write((board) => void addKptNote(board, { column: 'try', text: richTextOf('live') }))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
  await bob.until(() => words(bob, 'live') > 3)
  expect(await importAt(url, 'imported')).toBe(false)
  editing = false
  await Promise.all([edits, alice.closed, bob.closed])
  expect([words(alice, 'imported'), words(bob, 'imported')]).toEqual([0, 0])
  expect(await onDisk(boardId, 'imported')).toBe(20)

  const again = await start(boardId)
  const carol = await Wire.join(again, boardId)
  expect(words(carol, 'imported')).toBe(20)
})

it('[SW2] killed at any moment: what anybody saw of an import is on disk, and it is there whole or not at all', async () => {
  let seen = 0
  let stored = 0
  const boardId = newId()
  for (let run = 0; run < 12; run++) {
    const word = `run${run}x`
    const url = await start(boardId)
    const bob = await Wire.join(url, boardId)
    const imported = importAt(url, word)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 25))
    await kill()
    await Promise.all([imported, bob.closed])
    const found = await onDisk(boardId, word)
    expect([0, 20]).toContain(found)
    if (words(bob, word) > 0) {
      seen += 1
      expect(found).toBe(20)
    }
    if (found > 0) stored += 1
  }
  expect(stored).toBeGreaterThanOrEqual(seen)
}, 60_000)
