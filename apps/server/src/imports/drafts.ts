import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Problem } from '@kintsugi/model'
import { oneByOne } from '../turns.ts'
import { workerEntry } from '../workerEntry.ts'
import type { DraftOrder, DraftResult } from './draftWorker.ts'

/** Reads texts that are to be imported, one after the other, beside the event loop. */
export interface Drafts {
  /**
   * `order` is made when its turn has come, and not at all where nobody waits any more (`signal`): then the result is null.
   * A text that takes too long, or too much memory, is a problem of its own. Rejects where the reader has a bug.
   */
  read(order: () => Promise<DraftOrder>, signal: AbortSignal): Promise<DraftRead | null>
  close(): Promise<void>
}
export type DraftRead = Exclude<DraftResult, { failure: string }>

/** Far beyond what the longest text takes. */
const patienceMs = 60_000
/** A text that needs more ends its reader, and not the server. */
const memoryMB = 1024
/** The memory of a reader is given back when nobody has asked for so long. */
const idleMs = 30_000

const tooHeavy: Problem = { code: 'importTooHeavy', line: null, args: {} }
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

export function openDrafts(given: { patienceMs?: number; memoryMB?: number; entry?: URL } = {}): Drafts {
  const limits = { patienceMs, memoryMB, entry: workerEntry('draftWorker', import.meta.url), ...given }
  const inTurn = oneByOne()
  const closing = new AbortController()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined

  function workerAtHand(): Worker {
    clearTimeout(idle)
    if (worker !== undefined) return worker
    const begun = new Worker(limits.entry, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMB },
    })
    // Whoever waits for it hears of it; without anybody waiting there is nothing to tell.
    begun.on('error', () => {})
    begun.on('exit', () => {
      if (worker === begun) worker = undefined
    })
    worker = begun
    return begun
  }
  async function dismiss(): Promise<void> {
    clearTimeout(idle)
    const leaving = worker
    worker = undefined
    await leaving?.terminate()
  }

  async function carriedOut(order: DraftOrder): Promise<DraftRead> {
    const reader = workerAtHand()
    const late = AbortSignal.timeout(limits.patienceMs)
    try {
      const answer = once(reader, 'message', { signal: AbortSignal.any([late, closing.signal]) })
      reader.postMessage(order)
      const [result] = (await answer) as [DraftResult]
      if ('failure' in result) throw new Error(result.failure)
      reader.unref()
      idle = setTimeout(() => void dismiss(), idleMs).unref()
      return result
    } catch (error) {
      // It may be at it for ever, or be gone already: the next text has a new one.
      await dismiss()
      if (late.aborted || isOutOfMemory(error)) return { problem: tooHeavy }
      throw error
    }
  }

  return {
    read: (order, signal) => inTurn(async () => (signal.aborted ? null : carriedOut(await order()))),
    async close() {
      closing.abort()
      await dismiss()
    },
  }
}
