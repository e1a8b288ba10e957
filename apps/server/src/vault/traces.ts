import type { Database } from 'better-sqlite3'
import { isStorageFailure } from '../storage/storageFailure.ts'

const soonMs = 200

/**
 * Removes what the journal tells beyond the tables.
 *
 * The write-ahead log holds page after page as they were written: whoever copies the files while a round is open could tell
 * in which order notes came and, from other rows in between, about when. No author is in it either, but order and time are
 * what a guess is made of: somebody in the room has seen whose hands were on the keyboard. So after each thing that comes in,
 * and at each reveal and end, the log is folded into the file and cut to nothing; the file itself keeps no deleted content
 * (`secure_delete`), and its rows lie in a drawn order (`mix.ts`). Not in our hands: blocks that a file system or a disk has
 * freed but not overwritten, and whoever copies the files again and again, or follows them as a replica does.
 */
export class Traces {
  readonly #db: Database
  #left = true
  #waits = false

  constructor(db: Database) {
    this.#db = db
  }

  /** There is something to remove. */
  leave(): void {
    this.#left = true
  }

  /** Tries; while somebody else reads the log (a compaction, for a moment), it is tried again soon. */
  remove(): void {
    if (!this.#left || !this.#db.open || this.#db.inTransaction) return
    const timeout = this.#db.pragma('busy_timeout', { simple: true })
    // Nobody waits for this: a reader in the way is no reason to hold the process up.
    this.#db.pragma('busy_timeout = 0')
    try {
      this.#left = this.#db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0
    } catch (error) {
      // What was written before is on disk all the same; a disk that takes nothing now is met by the next write.
      if (!isStorageFailure(error)) throw error
    } finally {
      this.#db.pragma(`busy_timeout = ${Number(timeout)}`)
    }
    if (this.#left) this.#again()
  }

  #again(): void {
    if (this.#waits) return
    this.#waits = true
    setTimeout(() => {
      this.#waits = false
      this.remove()
    }, soonMs).unref()
  }
}
