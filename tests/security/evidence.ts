import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Opaque, type Piece } from './scopes.ts'

/** A frame as it lay on somebody's wire. */
export interface Frame {
  /** Whose wire, by place in the list of participants. */
  holder: number
  way: 'sent' | 'heard'
  at: number
  bytes: Uint8Array
}
/** A request in somebody's name, and its answer. */
interface Exchange {
  /** Null: it bore no name. */
  holder: number | null
  request: string
  body: unknown
  answer: unknown
  /** Size of the body on the wire, where that is of interest. */
  bytes?: number
}
interface Row {
  table: string
  row: Record<string, unknown>
}
/** A copy of the database, as a thief or a backup has it. */
export interface DatabaseCopy {
  /** All tables, each in the order in which the file has its rows. */
  rows: Row[]
  /** The bytes of the file, its log of writes and its index, whatever lies in them. */
  raw: Record<'sqlite' | 'wal' | 'shm', Buffer>
}

/** What the attacker holds of one meeting. */
export class Evidence {
  readonly frames: Frame[] = []
  readonly exchanges: Exchange[] = []
  /** Exports, pages, lines of the log. */
  readonly documents: { source: string; text: string }[] = []
  readonly copies: DatabaseCopy[] = []
  readonly #names: readonly string[]

  /** `names`: what each participant is known by to whoever has their wire. */
  constructor(names: readonly string[]) {
    this.#names = names
  }

  pieces(): Piece[] {
    const nameOf = (holder: number | null): string | null =>
      holder === null ? null : (this.#names[holder] ?? null)
    return [
      ...this.frames.map(({ holder, way, bytes }) => ({
        source: `frame ${way}`,
        value: { wire: nameOf(holder), frame: new Opaque('frame', bytes) },
      })),
      ...this.exchanges.map(({ holder, request, body, answer }) => ({
        source: request,
        value: { by: nameOf(holder), request, body, answer },
      })),
      ...this.documents.map(({ source, text }) => ({ source, value: text })),
      ...this.copies.flatMap(({ rows }) =>
        rows.map(({ table, row }) => ({ source: `table ${table}`, value: legible(table, row) })),
      ),
    ]
  }

  /** Whether a word can be read anywhere but in the database. */
  wordSeen(word: string): string[] {
    const seen = [
      ...this.frames
        .filter(({ bytes }) => Buffer.from(bytes).includes(word))
        .map(({ way }) => `frame ${way}`),
      ...this.exchanges
        .filter(({ answer }) => JSON.stringify(answer).includes(word))
        .map(({ request }) => `answer to ${request}`),
      ...this.documents.filter(({ text }) => text.includes(word)).map(({ source }) => source),
    ]
    return [...new Set(seen)]
  }
}

const yjsTables = ['updates', 'checkpoints', 'archive', 'quarantine']
function legible(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const { bytes, ...rest } = row
  if (!yjsTables.includes(table) || !(bytes instanceof Uint8Array)) return row
  return { ...rest, bytes: new Opaque('update', bytes) }
}

/** Takes a copy and reads that: the server goes on with the original. */
export function copyDatabase(folder: string): DatabaseCopy {
  for (let attempt = 1; ; attempt++) {
    const raw = copyFiles(folder)
    try {
      if (raw !== undefined) return { rows: readRows(raw), raw }
    } catch (error) {
      // Torn all the same: the clock of the file system is a coarse one.
      if (attempt > 200) throw error
    }
    if (attempt > 2000) throw new Error('the database never rests')
  }
}

const endings = { sqlite: '', wal: '-wal', shm: '-shm' } as const

/** Undefined where the server wrote meanwhile: of the parts of such a copy one is older than the other. */
function copyFiles(folder: string): DatabaseCopy['raw'] | undefined {
  const file = (ending: string): string => join(folder, `kintsugi.sqlite${ending}`)
  const state = (): string =>
    [endings.sqlite, endings.wal]
      .map((ending) => statSync(file(ending), { bigint: true, throwIfNoEntry: false }))
      .map((of) => `${of?.size} ${of?.mtimeNs}`)
      .join()
  const take = (ending: string): Buffer =>
    existsSync(file(ending)) ? readFileSync(file(ending)) : Buffer.alloc(0)
  const before = state()
  const raw = { sqlite: take(endings.sqlite), wal: take(endings.wal), shm: take(endings.shm) }
  return state() === before ? raw : undefined
}

function readRows({ sqlite, wal }: DatabaseCopy['raw']): Row[] {
  const place = mkdtempSync(join(tmpdir(), 'kintsugi-thief-'))
  try {
    writeFileSync(join(place, 'kintsugi.sqlite'), sqlite)
    writeFileSync(join(place, 'kintsugi.sqlite-wal'), wal)
    const db = new Database(join(place, 'kintsugi.sqlite'))
    try {
      const tables = db
        .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'")
        .all()
      return tables.flatMap(({ name }) =>
        db
          .prepare<[], Record<string, unknown>>(`select * from "${name}"`)
          .all()
          .map((row) => ({ table: name, row })),
      )
    } finally {
      db.close()
    }
  } finally {
    rmSync(place, { recursive: true })
  }
}
