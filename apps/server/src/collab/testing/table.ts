import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idFromBytes } from '@kintsugi/model'
import { sql } from 'kysely'
import { type Logger, pino } from 'pino'
import { type App, createApp } from '../../app.ts'
import { type Config, readConfig } from '../../config.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'

/** The whole server in this process, on a port and a data folder of its own. */
export class Table {
  readonly folder: string
  readonly config: Config
  storage: Storage
  app: App
  url = ''

  private constructor(folder: string, config: Config, storage: Storage, app: App) {
    this.folder = folder
    this.config = config
    this.storage = storage
    this.app = app
  }

  static async open(
    options: {
      env?: Record<string, string>
      folder?: string
      port?: number
      /** Puts something of the test's between the server and its storage. */
      wrap?: (storage: Storage) => Storage
      log?: Logger
    } = {},
  ): Promise<Table> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kintsugi-table-'))
    const config = readConfig({ KINTSUGI_DATA: folder, KINTSUGI_PORT: '0', ...options.env })
    const opened = await openStorage(folder)
    const storage = options.wrap?.(opened) ?? opened
    const app = await createApp({ config, storage, log: options.log ?? pino({ level: 'silent' }) })
    const table = new Table(folder, config, storage, app)
    await new Promise<void>((ready) => app.server.listen(options.port ?? 0, '127.0.0.1', ready))
    table.url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    return table
  }

  async board(title = 'A board'): Promise<string> {
    const id = idFromBytes(randomBytes(16))
    await this.app.collab.create(id, { title })
    return id
  }

  /** The disk is full from here on, for everything that needs another page. */
  async fillDisk(): Promise<void> {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(this.storage.db)
    await sql`pragma max_page_count = ${sql.raw(String(rows[0]?.page_count))}`.execute(this.storage.db)
  }
  async emptyDisk(): Promise<void> {
    await sql`pragma max_page_count = 1000000`.execute(this.storage.db)
  }

  /** Ends the server and keeps the folder, for another one to open. */
  async stop(): Promise<void> {
    await this.app.close()
    this.storage.close()
  }
  async close(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
