import { Worker } from 'node:worker_threads'
import type { BoardId } from '@kintsugi/model'
import type { Logger } from 'pino'
import type { UpdateLog } from '../storage/updateLog.ts'
import { workerEntry } from '../workerEntry.ts'
import type { CompactionOrder, CompactionResult } from './compactionWorker.ts'

/** `folded`: a checkpoint of so many bytes has taken the place of the rows. */
type Wish = { upTo: number; folded: ((checkpointBytes: number) => void) | undefined }

/** Folds gathered rows into checkpoints, one board at a time, computing beside the event loop. */
export class Compactor {
  readonly #log: Pick<UpdateLog, 'compact'>
  readonly #logger: Logger
  readonly #file: string
  /** Newest wish of each board. */
  readonly #due = new Map<BoardId, Wish>()
  #folded: Wish['folded']
  #worker: Worker | undefined
  #busy = false
  #closed = false

  constructor(parts: { log: Pick<UpdateLog, 'compact'>; file: string; logger: Logger }) {
    this.#log = parts.log
    this.#file = parts.file
    this.#logger = parts.logger
  }

  /** Rows above `upTo` are not touched: they may be on disk, but not yet in anybody's document. */
  request(boardId: BoardId, upTo: number, folded: Wish['folded']): void {
    if (this.#closed) return
    this.#due.set(boardId, { upTo, folded })
    this.#next()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#due.clear()
    await this.#worker?.terminate()
  }

  #next(): void {
    const [due] = this.#due
    if (this.#busy || due === undefined) return
    const [boardId, { upTo, folded }] = due
    this.#due.delete(boardId)
    this.#busy = true
    this.#folded = folded
    this.#workerAtHand().postMessage({ boardId, upTo } satisfies CompactionOrder)
  }

  #workerAtHand(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = new Worker(workerEntry('compactionWorker', import.meta.url), {
      workerData: { file: this.#file },
    })
    worker.unref()
    worker.on('message', (result: CompactionResult) => {
      this.#settle(result)
      this.#busy = false
      this.#next()
    })
    worker.on('error', (error) => {
      // Rows stay rows; the next wish starts a new worker.
      this.#logger.error({ err: error }, 'the compaction worker failed')
      this.#worker = undefined
      this.#busy = false
    })
    this.#worker = worker
    return worker
  }

  #settle(result: CompactionResult): void {
    if (this.#closed) return
    if ('failure' in result) {
      this.#logger.error(
        { board: result.boardId, reason: result.failure },
        'compaction failed; the log stays',
      )
      return
    }
    if (result.seqs.length === 0) return
    try {
      if (this.#log.compact(result)) this.#folded?.(result.bytes.length)
      else this.#logger.info({ board: result.boardId }, 'compaction was overtaken')
    } catch (error) {
      this.#logger.error(
        { err: error, board: result.boardId },
        'the checkpoint could not be written; the log stays',
      )
    }
  }
}
