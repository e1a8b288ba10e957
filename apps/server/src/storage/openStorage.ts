import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { sqliteVault } from '../vault/sqliteVault.ts'
import { holdFolder } from './holdFolder.ts'
import { migrateStorage } from './migrations.ts'
import type { RevisionRow, Schema } from './schema.ts'
import { SqliteClients } from './sqliteClients.ts'
import { SqliteLog } from './sqliteLog.ts'
import { sqliteMeetings } from './sqliteMeetings.ts'
import { sqlitePasses } from './sqlitePasses.ts'
import { sqliteRounds } from './sqliteRounds.ts'
import type { NewBoard, Storage } from './storage.ts'

export const databaseFile = (folder: string): string => join(folder, 'kintsugi.sqlite')

/** Opens (and makes, and migrates) the database in a folder that is this process's alone. Throws if another has it. */
export async function openStorage(
  folder: string,
  now: () => string = () => new Date().toISOString(),
): Promise<Storage> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const release = holdFolder(folder)
  const database = new Database(databaseFile(folder))
  database.pragma('journal_mode = WAL')
  // A commit returns when it is on disk; an acknowledgement means no less.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What is deleted is overwritten, and does not lie on in free pages.
  database.pragma('secure_delete = ON')
  database.pragma('busy_timeout = 2000')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
  await migrateStorage(db)

  const clients = new SqliteClients(database)
  const log = new SqliteLog(database, clients, now)
  const stateOf = database.prepare<[string], { state: string }>('select state from boards where id = ?')
  const setState = database.prepare<[string, string]>('update boards set state = ? where id = ?')
  const insertRevision = database.prepare<[RevisionRow]>(
    `insert into revisions
       (board_id, number, title, glance, bytes, hash, previous_hash, finalized_at, finalized_by)
     values (@board_id, @number, @title, @glance, @bytes, @hash, @previous_hash, @finalized_at, @finalized_by)`,
  )
  const addRevision = database.transaction((row: RevisionRow): void => {
    insertRevision.run(row)
    setState.run('final', row.board_id)
  })
  const setGlance = database.prepare<[string, string, string]>(
    'update boards set title = ?, glance = ? where id = ?',
  )
  return {
    db,
    log,
    clients,
    passes: sqlitePasses(database),
    meetings: sqliteMeetings(database),
    rounds: sqliteRounds(database),
    vault: sqliteVault(database, randomBytes),
    createBoard: (board) => createBoard(database, clients, board, now()),
    hasBoard: (boardId) => stateOf.get(boardId) !== undefined,
    isFinal: (boardId) => stateOf.get(boardId)?.state === 'final',
    setState: (boardId, state) => void setState.run(state, boardId),
    addRevision: (row) => addRevision.immediate(row),
    setGlance: (boardId, title, glance) => void setGlance.run(title, JSON.stringify(glance), boardId),
    probe: (size) => probe(database, size),
    close: () => {
      database.close()
      release()
    },
  }
}

function createBoard(
  database: Database.Database,
  clients: SqliteClients,
  board: NewBoard,
  at: string,
): boolean {
  return database
    .transaction(() => {
      const added = database
        .prepare(
          `insert into boards (id, state, title, glance, created_at, updated_at)
           values (?, 'live', ?, '{}', ?, ?)
           on conflict do nothing`,
        )
        .run(board.boardId, board.title, at, at)
      if (added.changes === 0) return false
      database
        .prepare('insert into checkpoints (board_id, bytes, rows, made_at) values (?, ?, 0, ?)')
        .run(board.boardId, board.checkpoint, at)
      clients.bind(board.boardId, board.seededBy)
      return true
    })
    .immediate()
}

function probe(database: Database.Database, size: number): boolean {
  try {
    database.prepare('insert or replace into probe (id, bytes) values (1, zeroblob(?))').run(size)
    return true
  } catch {
    // Whatever the reason, the answer is no; the write that failed first has been logged with it.
    return false
  } finally {
    try {
      database.prepare('delete from probe').run()
    } catch {
      // A row that stays because the disk is full is replaced by the next probe.
    }
  }
}
