import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addKptNote, readSnapshot } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../storage/openStorage.ts'
import { newId } from './newId.ts'
import { reloaded } from './testing/reloaded.ts'
import { Wire } from './testing/wire.ts'

const entry = join(import.meta.dirname, 'testing/smallServer.ts')

/** A process to be killed, on a folder that outlives it. */
class Mortal {
  readonly folder = mkdtempSync(join(tmpdir(), 'kintsugi-killed-'))
  readonly boardId = newId()
  #child: ChildProcess | undefined

  constructor() {
    onTestFinished(async () => {
      await this.kill()
      rmSync(this.folder, { recursive: true, force: true })
    })
  }

  async start(word?: string): Promise<string> {
    const given = [entry, this.folder, this.boardId, ...(word === undefined ? [] : [word])]
    const started = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#child = started
    const [port] = (await once(started.stdout, 'data')) as [Buffer]
    return `http://127.0.0.1:${port.toString().trim()}`
  }
  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  async onDisk(word: string): Promise<number> {
    const storage = await openStorage(this.folder)
    const found = JSON.stringify(reloaded(storage, this.boardId)).split(word).length - 1
    storage.close()
    return found
  }
}
const importAt = (url: string, word: string) =>
  fetch(url, { method: 'POST', body: JSON.stringify({ word }) }).then(
    () => true,
    () => false,
  )
const words = (wire: Wire, word: string) => JSON.stringify(readSnapshot(wire.board)).split(word).length - 1
it('[SW1] killed between the log and the broadcast, an import is whole on disk and nobody has seen it', async () => {
  const server = new Mortal()
  const { boardId } = server
  const url = await server.start('imported')
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
  expect(await server.onDisk('imported')).toBe(20)

  const again = await server.start()
  const carol = await Wire.join(again, boardId)
  expect(words(carol, 'imported')).toBe(20)
})

it('[SW2] killed at any moment: what anybody saw of an import is on disk, and it is there whole or not at all', async () => {
  let seen = 0
  async function begun(server: Mortal, word: string) {
    const url = await server.start()
    const bob = await Wire.join(url, server.boardId)
    return { bob, imported: importAt(url, word) }
  }
  /** How long it takes until an import by a process that has just begun is seen. */
  async function undisturbed(server: Mortal): Promise<number> {
    const { bob, imported } = await begun(server, 'first')
    const from = performance.now()
    await bob.until(() => words(bob, 'first') > 0)
    const took = performance.now() - from
    await imported
    await server.kill()
    return took
  }
  async function killedIn(server: Mortal, word: string, within: number): Promise<void> {
    const { bob, imported } = await begun(server, word)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * within))
    await server.kill()
    await Promise.all([imported, bob.closed])
    const found = await server.onDisk(word)
    expect([0, 20]).toContain(found)
    if (words(bob, word) === 0) return
    seen += 1
    expect(found).toBe(20)
  }
  // Side by side: to begin is what takes them long.
  const lives = Array.from({ length: 4 }, async () => {
    const server = new Mortal()
    const took = await undisturbed(server)
    // Where nothing is ever seen, nothing is shown: then it lives a little longer.
    for (let run = 0; run < 3 || (seen === 0 && run < 20); run++)
      await killedIn(server, `run${run}x`, (run < 3 ? 2 : run) * took)
  })
  await Promise.all(lives)
  expect(seen).toBeGreaterThan(0)
}, 60_000)
