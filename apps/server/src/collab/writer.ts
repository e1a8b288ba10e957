import { setImmediate as turn } from 'node:timers/promises'
import type { LogEntry, UpdateLog } from '../storage/updateLog.ts'

/** One act of writing on one board: all its entries are stored, or none. */
export type Write = {
  readonly entries: readonly LogEntry[]
  /** They are on disk. Called in the order of the log; must not throw. */
  stored(seqs: readonly number[]): void
  /** None of them is on disk. Must not throw. */
  failed(error: unknown): void
}

/**
 * Gathers what one turn of the event loop admits, on whichever boards, into one transaction. There is one in flight at
 * a time, so rows are applied in the order in which they lie in the log.
 */
export class Writer {
  readonly #log: UpdateLog
  #queue: Write[] = []
  #running = false

  constructor(log: UpdateLog) {
    this.#log = log
  }

  enqueue(write: Write): void {
    this.#queue.push(write)
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      // After the poll phase: whatever the sockets brought this turn is in the queue by then.
      await turn()
      const batch = this.#queue
      this.#queue = []
      await this.#store(batch)
    }
    this.#running = false
  }

  async #store(batch: readonly Write[]): Promise<void> {
    try {
      deal(batch, await this.#log.append(batch.flatMap((write) => write.entries)))
    } catch (error) {
      if (batch.length === 1) for (const write of batch) write.failed(error)
      // One board's large write must not take the others' small ones with it.
      else for (const write of batch) await this.#store([write])
    }
  }
}

function deal(batch: readonly Write[], seqs: readonly number[]): void {
  let from = 0
  for (const write of batch) {
    write.stored(seqs.slice(from, from + write.entries.length))
    from += write.entries.length
  }
}
