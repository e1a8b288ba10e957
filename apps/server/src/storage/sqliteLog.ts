import { type BoardId, invariant } from '@kintsugi/model'
import type { Database } from 'better-sqlite3'
import type { SqliteClients } from './sqliteClients.ts'
import type { Compaction, LogEntry, StoredBoard, StoredUpdate, UpdateLog } from './updateLog.ts'

/** The log on SQLite. With WAL and `synchronous=FULL` a commit is on disk when it returns. */
export class SqliteLog implements UpdateLog {
  readonly #db: Database
  readonly #clients: SqliteClients
  readonly #now: () => string
  readonly #insert
  readonly #touch
  readonly #checkpointOf
  readonly #updatesOf

  constructor(db: Database, clients: SqliteClients, now: () => string) {
    this.#db = db
    this.#clients = clients
    this.#now = now
    this.#insert = db.prepare<[string, Uint8Array]>('insert into updates (board_id, bytes) values (?, ?)')
    this.#touch = db.prepare<[string, string]>('update boards set updated_at = ? where id = ?')
    this.#checkpointOf = db.prepare<[string], { bytes: Uint8Array; rows: number }>(
      'select bytes, rows from checkpoints where board_id = ?',
    )
    this.#updatesOf = db.prepare<[string], StoredUpdate>(
      'select seq, bytes from updates where board_id = ? order by seq',
    )
  }

  append(entries: readonly LogEntry[]): Promise<number[]> {
    try {
      return Promise.resolve(this.#inTransaction(() => this.#write(entries)))
    } catch (error) {
      this.#clients.forgetUnsaved()
      return Promise.reject(error)
    }
  }

  load(boardId: BoardId): StoredBoard | undefined {
    return this.#db.transaction(() => {
      const checkpoint = this.#checkpointOf.get(boardId)
      if (checkpoint === undefined) return undefined
      return {
        checkpoint: checkpoint.bytes,
        checkpointRows: checkpoint.rows,
        updates: this.#updatesOf.all(boardId),
      }
    })()
  }

  quarantine(boardId: BoardId, seq: number, reason: string): void {
    this.#inTransaction(() => {
      this.#db
        .prepare(
          `insert into quarantine (seq, board_id, bytes, reason, quarantined_at)
           select seq, board_id, bytes, ?, ? from updates where seq = ? and board_id = ?`,
        )
        .run(reason, this.#now(), seq, boardId)
      this.#db.prepare('delete from updates where seq = ? and board_id = ?').run(seq, boardId)
    })
  }

  compact({ boardId, baseRows, bytes, seqs }: Compaction): boolean {
    const unmoved = new Error('rows or checkpoint moved')
    try {
      this.#inTransaction(() => {
        const list = JSON.stringify(seqs)
        const updated = this.#db
          .prepare(
            'update checkpoints set bytes = ?, rows = rows + ?, made_at = ? where board_id = ? and rows = ?',
          )
          .run(bytes, seqs.length, this.#now(), boardId, baseRows)
        const archived = this.#db
          .prepare(
            `insert into archive (seq, board_id, bytes, archived_at)
             select seq, board_id, bytes, ? from updates
             where board_id = ? and seq in (select value from json_each(?))`,
          )
          .run(this.#now(), boardId, list)
        const deleted = this.#db
          .prepare('delete from updates where board_id = ? and seq in (select value from json_each(?))')
          .run(boardId, list)
        if (updated.changes !== 1 || archived.changes !== seqs.length || deleted.changes !== seqs.length)
          throw unmoved
      })
      return true
    } catch (error) {
      if (error === unmoved) return false
      throw error
    }
  }

  dropArchive(before: string): number {
    return this.#db.prepare('delete from archive where archived_at < ?').run(before).changes
  }

  #write(entries: readonly LogEntry[]): number[] {
    const boards = new Set<BoardId>()
    const seqs = entries.map(({ boardId, bytes, claims }) => {
      boards.add(boardId)
      for (const claim of claims) this.#clients.save(boardId, claim)
      return Number(this.#insert.run(boardId, bytes).lastInsertRowid)
    })
    const now = this.#now()
    for (const boardId of boards) this.#touch.run(now, boardId)
    return seqs
  }

  /** IMMEDIATE: the write lock is had at once, or the whole is refused before anything was done. */
  #inTransaction<T>(work: () => T): T {
    // Inside somebody else's transaction ours would be a savepoint, and gone when theirs rolls back.
    invariant(!this.#db.inTransaction, 'no transaction on the database is left open across turns')
    return this.#db.transaction(work).immediate()
  }
}
