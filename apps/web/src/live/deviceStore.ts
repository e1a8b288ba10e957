import type { Problem } from '@kintsugi/model'
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import * as Y from 'yjs'
import { ProblemError, problemOf } from './problemError.ts'
import { type Cell, createCell, type Readable } from './readable.ts'
import type { RecoveredDraft } from './recoveredDrafts.ts'

/** Rows before they are folded into one. */
const foldAbove = 300
const retryAfterMs = 5_000

interface StoredDraft extends RecoveredDraft {
  /** The whole refused document. */
  readonly update: Uint8Array
}

interface Schema extends DBSchema {
  updates: { key: number; value: Uint8Array }
  drafts: { key: string; value: StoredDraft }
  meta: { key: 'generation'; value: number }
}
type Stores = ('updates' | 'drafts' | 'meta')[]
type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>

export interface DeviceStore {
  /** What this device holds of the board, to be applied in order. Empty when it never saw it. */
  load(): Promise<Uint8Array[]>
  /** `sequence` is the ledger's number of the latest own edit this update takes us to. */
  keep(update: Uint8Array, sequence: number): void
  /** Number of the latest own edit that a completed transaction holds. */
  readonly kept: Readable<number>
  /** Why the last write failed; null while writing works. */
  readonly failure: Readable<Problem | null>
  /** In one transaction: the refused document becomes a draft, and the board starts empty here. Rejects if that could not be kept. */
  setAside(draft: RecoveredDraft, update: Uint8Array): Promise<void>
  drafts(): Promise<RecoveredDraft[]>
  draftUpdate(id: string): Promise<Uint8Array | null>
  discardDraft(id: string): Promise<void>
  /** Everything handed to `keep` is written, or `failure` says why not. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface DeviceStoreOptions {
  readonly name: string
  /** The whole document; written where another tab has emptied the store meanwhile. */
  readonly encodeWhole: () => Uint8Array
}

/**
 * The board on this device. An own writer rather than y-indexeddb's: that one does not say when a write is committed,
 * and ignores one that fails. Here "kept" means that the transaction's `oncomplete` came.
 */
export function openDeviceStore({ name, encodeWhole }: DeviceStoreOptions): DeviceStore {
  const kept: Cell<number> = createCell(0)
  const failure: Cell<Problem | null> = createCell(null)
  let connection: Promise<IDBPDatabase<Schema>> | null = null
  let generation = 0
  let waiting: Uint8Array[] = []
  let waitingSequence = 0
  let writing: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let closed = false
  /** Set aside: what comes now belongs to the draft, not to the board's clean rows. */
  let aside = false

  /** Opened on first use, and again after the browser has cut it off. */
  function database(): Promise<IDBPDatabase<Schema>> {
    connection ??= openDatabase(name, () => {
      connection = null
    })
    connection.catch(() => {
      connection = null
    })
    return connection
  }

  async function transact<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    const db = await database()
    const transaction: Writing = db.transaction(['updates', 'drafts', 'meta'], 'readwrite', {
      durability: 'strict',
    })
    // Awaited below; a failing request rejects both, and an unheard rejection would end the page's trust in us.
    transaction.done.catch(() => {})
    try {
      const result = await work(transaction)
      await transaction.done
      return result
    } catch (error) {
      abort(transaction)
      throw error
    }
  }

  function write(): Promise<void> {
    writing ??= writeWaiting().finally(() => {
      writing = null
      if (waiting.length > 0 && failure.get() === null) void write()
    })
    return writing
  }

  async function writeWaiting(): Promise<void> {
    const rows = waiting
    const sequence = waitingSequence
    if (rows.length === 0) return
    waiting = []
    try {
      await transact(async (transaction) => {
        const updates = transaction.objectStore('updates')
        const stored = (await transaction.objectStore('meta').get('generation')) ?? 0
        if (stored === generation) for (const row of rows) void updates.put(row)
        else void updates.put(encodeWhole())
        generation = stored
        if ((await updates.count()) > foldAbove) await fold(transaction)
      })
      kept.set(Math.max(kept.get(), sequence))
      failure.set(null)
    } catch (error) {
      waiting = [...rows, ...waiting]
      failure.set(failureOf(error))
      if (!closed) retry ??= setTimeout(tryAgain, retryAfterMs)
    }
  }
  function tryAgain(): void {
    retry = null
    if (!closed) void write()
  }

  return {
    kept,
    failure,
    async load() {
      try {
        return await transact(async (transaction) => {
          generation = (await transaction.objectStore('meta').get('generation')) ?? 0
          return transaction.objectStore('updates').getAll()
        })
      } catch (error) {
        failure.set(failureOf(error))
        return []
      }
    },
    keep(update, sequence) {
      if (aside) return
      waiting.push(update)
      waitingSequence = sequence
      if (failure.get() === null) void write()
      else if (!closed) retry ??= setTimeout(tryAgain, retryAfterMs)
    },
    async setAside(draft, update) {
      const wasAside = aside
      aside = true
      waiting = []
      try {
        await transact(async (transaction) => {
          await transaction.objectStore('drafts').put({ ...draft, update })
          await transaction.objectStore('updates').clear()
          const stored = (await transaction.objectStore('meta').get('generation')) ?? 0
          await transaction.objectStore('meta').put(stored + 1, 'generation')
        })
      } catch (error) {
        aside = wasAside
        // The rows taken out of the queue are in the whole document.
        waiting = [encodeWhole()]
        throw new ProblemError(failureOf(error), null, { cause: error })
      }
    },
    async drafts() {
      const rows = await transact((transaction) => transaction.objectStore('drafts').getAll())
      return rows.map(({ update: _, ...draft }) => draft).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
    },
    draftUpdate: (id) =>
      transact(async (transaction) => (await transaction.objectStore('drafts').get(id))?.update ?? null),
    discardDraft: (id) => transact((transaction) => transaction.objectStore('drafts').delete(id)),
    async settled() {
      while (waiting.length > 0 && failure.get() === null) await write()
      await writing
    },
    async close() {
      closed = true
      if (retry) clearTimeout(retry)
      await write()
      const db = await connection?.catch(() => null)
      db?.close()
      connection = null
    },
  }
}

/** All or nothing: half a batch would leave rows whose neighbours are missing. */
function abort(transaction: Writing): void {
  try {
    transaction.abort()
  } catch (error) {
    // The browser has ended it already; that is what we wanted.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}

function openDatabase(name: string, onLost: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('updates', { autoIncrement: true })
      db.createObjectStore('drafts', { keyPath: 'id' })
      db.createObjectStore('meta')
    },
    blocking(_current, _blocked, event) {
      // Another tab wants to delete or upgrade it ("clear site data"); holding on would block that tab for ever.
      if (event.target instanceof IDBDatabase) event.target.close()
      onLost()
    },
    terminated: onLost,
  })
}

/**
 * Many rows become one. Built from the rows, never from the open document: another tab's rows may not be in it, and its
 * edits must not leak into this one by way of the store.
 */
async function fold(transaction: Writing): Promise<void> {
  const updates = transaction.objectStore('updates')
  const whole = new Y.Doc()
  const rows = await updates.getAll()
  whole.transact(() => {
    for (const row of rows) Y.applyUpdate(whole, row)
  })
  await updates.clear()
  await updates.put(Y.encodeStateAsUpdate(whole))
  whole.destroy()
}

function failureOf(error: unknown): Problem {
  const reason = error instanceof Error ? error.name : String(error)
  if (reason === 'QuotaExceededError') return problemOf('deviceStoreFull')
  console.error('This device does not keep the board.', error)
  return problemOf('deviceStoreFailed', { reason })
}
