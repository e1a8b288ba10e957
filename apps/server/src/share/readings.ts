import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Schema } from '../storage/schema.ts'

const pauseMs = 1000

/** Counts page openings, a little behind: a commit for each would let readers keep the disk busy. */
export class Readings {
  readonly #db: Kysely<Schema>
  readonly #log: Pick<Logger, 'warn'>
  readonly #pending = new Map<string, { count: number; day: string }>()
  #timer: NodeJS.Timeout | undefined

  constructor(db: Kysely<Schema>, log: Pick<Logger, 'warn'>) {
    this.#db = db
    this.#log = log
  }

  /** `day`: `2026-04-20`, UTC. */
  note(linkId: string, day: string): void {
    const count = (this.#pending.get(linkId)?.count ?? 0) + 1
    this.#pending.set(linkId, { count, day })
    this.#timer ??= setTimeout(() => void this.flush(), pauseMs).unref()
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const pending = [...this.#pending]
    this.#pending.clear()
    if (pending.length === 0) return
    try {
      await this.#db.transaction().execute(async (transaction) => {
        for (const [id, { count, day }] of pending) {
          await transaction
            .updateTable('share_links')
            .set((row) => ({ readings: row('readings', '+', count), last_read_on: day }))
            .where('id', '=', id)
            .execute()
        }
      })
    } catch (error) {
      // A count that is lost with a full disk is worth a line, not a failed page.
      this.#log.warn({ err: error }, 'readings of links could not be counted')
    }
  }
}
