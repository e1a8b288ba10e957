import { type Kysely, sql } from 'kysely'
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
    const pending = [...this.#pending].map(([id, { count, day }]) => [id, count, day])
    this.#pending.clear()
    if (pending.length === 0) return
    try {
      // One statement is one commit.
      await sql`update share_links
        set readings = readings + noted.count, last_read_on = noted.day
        from (select value ->> 0 as id, value ->> 1 as count, value ->> 2 as day
          from json_each(${JSON.stringify(pending)})) as noted
        where share_links.id = noted.id`.execute(this.#db)
    } catch (error) {
      // A count that is lost with a full disk is worth a line, not a failed page.
      this.#log.warn({ err: error }, 'readings of links could not be counted')
    }
  }
}
