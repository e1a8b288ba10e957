import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The meeting's shared state per board, and the master list of departments. */
export const practice: Migration = {
  async up(db) {
    await db.schema
      .createTable('meetings')
      .addColumn('board_id', 'text', (c) => c.primaryKey().references('boards.id'))
      .addColumn('step', 'text')
      .addColumn('timer', 'text')
      .execute()
    await db.schema
      .createTable('departments')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('aliases', 'text', (c) => c.notNull())
      .addColumn('archived', 'integer', (c) => c.notNull().check(sql`archived in (0, 1)`))
      .addColumn('added', 'integer', (c) => c.notNull())
      .execute()
  },
}
