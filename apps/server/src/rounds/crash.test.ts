import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { CollabProblem } from '../collab/collab.ts'
import { newId } from '../collab/newId.ts'
import { openStorage } from '../storage/openStorage.ts'
import type { Storage } from '../storage/storage.ts'
import { gather } from './testing/gather.ts'
import { codeOf, Gathering, type OwnNote, person } from './testing/gathering.ts'

class Crash extends Error {}
const diskFull = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })

/** Everything that a round writes on disk, by number: after `left` of them nothing more is written, as if the process were gone. */
class Fuse {
  left = Number.POSITIVE_INFINITY
  written = 0
  /** How many go well before one fails as on a full disk, and all that follow go well. */
  failsAt: number | undefined

  wrap = (storage: Storage): Storage => {
    const { rounds, vault, log } = storage
    const step = <A extends unknown[], T>(write: (...given: A) => T): ((...given: A) => T) => {
      return (...given) => {
        if (this.left <= 0) throw new Crash('the process is gone')
        this.left -= 1
        this.written += 1
        if (this.failsAt !== undefined && this.failsAt-- === 0) throw diskFull()
        return write(...given)
      }
    }
    return {
      ...storage,
      rounds: { ...rounds, keep: step(rounds.keep) },
      vault: {
        ...vault,
        open: step(vault.open),
        prepare: step(vault.prepare),
        revealed: step(vault.revealed),
        end: step(vault.end),
        cancel: step(vault.cancel),
      },
      log: {
        append: step((entries) => log.append(entries)),
        load: (boardId) => log.load(boardId),
        quarantine: (boardId, seq, reason) => log.quarantine(boardId, seq, reason),
        compact: (compaction) => log.compact(compaction),
        dropArchive: (before) => log.dropArchive(before),
      },
    }
  }
}

const three = ['Kim', '佐藤', 'Lee']

/** Runs an act once for each write that it makes, crashed before that write; and what must be so after the restart. */
async function crashedEverywhere(
  act: (table: Gathering) => Promise<unknown>,
  holds: (table: Gathering, notes: OwnNote[], crashedAt: number) => Promise<void>,
  before: (table: Gathering, notes: OwnNote[]) => Promise<unknown> = async () => undefined,
): Promise<number> {
  for (let at = 0; ; at++) {
    const fuse = new Fuse()
    const table = await gather(three, fuse.wrap)
    const notes = await table.written()
    await before(table, notes)
    fuse.left = at
    fuse.written = 0
    await act(table).catch(() => undefined)
    const crashed = fuse.left <= 0 && fuse.written === at
    await table.restart()
    await holds(table, notes, at)
    // An act that fitted within the fuse with room to spare was not crashed: there are no more writes in it.
    if (!crashed || fuse.left > 0) return at
  }
}

const inOrder = async (table: Gathering): Promise<string[]> => {
  const { kptNotes } = await table.board
  return kptNotes.map(({ id }) => id)
}

it('[RN14] crashed at any write of a reveal, it neither loses nor doubles a note, nor changes its place', async () => {
  const writes = await crashedEverywhere(
    (table) => table.act('reveal'),
    async (table, notes) => {
      if (table.live.state === 'open') {
        expect(await table.words()).toEqual([])
        await table.act('reveal')
      }
      expect((await table.words()).toSorted()).toEqual(notes.map(({ text }) => text).toSorted())
      const order = await inOrder(table)
      expect((await table.board).rounds.at(-1)?.seals).toEqual(notes.map(({ seal }) => seal).sort())
      await table.restart()
      expect(await inOrder(table)).toEqual(order)
      const [note] = notes
      expect(note && table.change(note, 'changed')).toBe('taken')
      await table.act('end')
      expect(await inOrder(table)).toEqual(order)
      expect(await table.words()).toContain('changed')
    },
  )
  expect(writes).toBeGreaterThanOrEqual(5)
}, 120_000)

it('[RN14] crashed while late changes are on their way, each is done once', async () => {
  await crashedEverywhere(
    (table) => table.rounds.beat(),
    async (table, [a, b, c]) => {
      await table.rounds.beat()
      const words = await table.words()
      expect(words).toEqual(expect.arrayContaining(['one', 'two']))
      expect(words).not.toContain(c?.text)
      expect(words).toHaveLength(2)
      expect(a && table.change(a, 'three')).toBe('taken')
      await table.act('end')
      expect(await table.words()).toEqual(expect.arrayContaining(['two', 'three']))
      expect(b && table.change(b, null)).toBe('taken')
    },
    async (table, [a, b, c]) => {
      await table.act('reveal')
      if (!a || !b || !c) throw new Error('no notes')
      table.change(a, 'one')
      table.change(b, 'two')
      table.change(c, null)
    },
  )
}, 120_000)

it('[RN14] crashed while a round is opened, cancelled or ended, it is there whole or not at all', async () => {
  await crashedEverywhere(
    (table) => table.opened({ mode: 'signed' }),
    async (table) => {
      const live = table.rounds.of(table.boardId)
      const published = (await table.board).rounds.filter(({ endedAt }) => endedAt === null)
      expect(published.map(({ id }) => id)).toEqual(live && live.state === 'open' ? [live.id] : [])
      if (live?.state === 'open') expect(table.tokens(person('Kim'))).not.toEqual([])
      else await table.opened()
    },
    (table) => table.act('reveal'),
  )
  await crashedEverywhere(
    (table) => table.act('cancel'),
    async (table, notes) => {
      const live = table.rounds.of(table.boardId)
      // Open with all its notes, or cancelled.
      expect([undefined, notes.length]).toContain(live?.count)
      if (live) await table.act('cancel')
      expect((await table.board).rounds).toEqual([])
      expect(await table.words()).toEqual([])
      await table.opened()
    },
  )
}, 120_000)

it.each(['reveal', 'cancel'] as const)(
  '[RN14] a %s that the board could not take is done with the next beat, without a restart',
  async (what) => {
    const table = await gather(three)
    const notes = await table.written()
    const full = new CollabProblem({ code: 'storageUnavailable', args: {}, line: null })
    vi.spyOn(table.collab, 'change').mockRejectedValueOnce(full)
    expect(codeOf(await table.act(what))).toBe('storageUnavailable')
    expect([await table.words(), (await table.board).rounds.length]).toEqual([[], 1])
    const { told } = table
    await table.rounds.beat()
    expect(table.told).toBeGreaterThan(told)
    expect(await table.words()).toHaveLength(what === 'reveal' ? notes.length : 0)
    expect((await table.board).rounds).toHaveLength(what === 'reveal' ? 1 : 0)
    expect(table.storage.rounds.unsettledOn(table.boardId)).toEqual([])
  },
)

it('[RN14] an act during which the disk failed once is done whole or not at all by the next beat, without a restart', async () => {
  const acts: Record<string, (table: Gathering) => Promise<unknown>> = {
    open: (table) => table.open({ mode: 'signed' }),
    reveal: (table) => table.act('reveal'),
    cancel: (table) => table.act('cancel'),
    deal: (table) => table.act('deal'),
  }
  const failing = Object.entries(acts).map(async ([name, act]) => {
    for (let at = 0; ; at++) {
      const fuse = new Fuse()
      const table = await gather(three, fuse.wrap)
      if (name === 'reveal') await table.written()
      else if (name !== 'open') await table.opened()
      fuse.failsAt = at
      await act(table).catch(() => undefined)
      if (fuse.failsAt >= 0) break
      fuse.failsAt = undefined
      await table.rounds.beat()
      await expect.poll(() => table.collab.state(table.boardId)).toBe('live')
      await table.rounds.beat()
      const published = (await table.board).rounds.map(({ id, endedAt }) => [id, endedAt !== null])
      const live = table.rounds.of(table.boardId)
      expect([name, at, published]).toEqual([name, at, live ? [[live.id, live.state === 'revealed']] : []])
      expect(table.storage.rounds.unsettledOn(table.boardId)).toEqual([])
      if (live === null) await table.opened()
    }
  })
  await Promise.all(failing)
}, 120_000)

it('[RN15] a restart in an open round loses nothing and reveals nothing', async () => {
  const table = await gather(three)
  const notes = await table.written()
  const { id, members, tokenKey } = table.live
  await table.restart()
  expect(table.live).toMatchObject({ id, members, tokenKey, count: 3 })
  expect(await table.words()).toEqual([])
  const [note] = notes
  if (!note) throw new Error('no note')
  expect(table.post(note)).toBe('taken')
  expect(table.change(note, 'changed in hiding')).toBe('taken')
  expect(() => table.tokens(person('Kim'))).toThrow('tokensDealt')
  await table.act('reveal')
  const words = notes.map(({ text }) => (text === note.text ? 'changed in hiding' : text))
  expect((await table.words()).toSorted()).toEqual(words.toSorted())
})

it.each(['open', 'prepared', 'stored', 'revealed'])(
  '[RN15] killed with the notes %s, a process that begins anew has each note once',
  async (point) => {
    const folder = mkdtempSync(join(tmpdir(), 'kintsugi-killed-'))
    const boardId = newId()
    const entry = join(import.meta.dirname, 'testing/killed.ts')
    const child = spawn(process.execPath, [entry, folder, boardId, point], { stdio: 'inherit' })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    const table = new Gathering(folder, await openStorage(folder), three, boardId)
    onTestFinished(async () => {
      await table.close()
      rmSync(folder, { recursive: true })
    })
    await table.rounds.recover()
    if (point === 'open') {
      expect([table.live.state, table.live.count, await table.words()]).toEqual(['open', 3, []])
      await table.act('reveal')
    }
    expect(table.live.state).toBe('revealed')
    expect((await table.words()).toSorted()).toEqual(three.map((name) => `by ${name}`).toSorted())
    expect((await table.board).rounds.at(-1)?.seals).toHaveLength(3)
  },
)
