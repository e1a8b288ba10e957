import type { Migration } from 'kysely/migration'

/** Tickets that survive a reconnect and a restart. Only their hash is kept. */
export const passes: Migration = {
  async up(db) {
    await db.schema
      .createTable('passes')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('board_id', 'text', (c) => c.notNull().references('boards.id'))
      .addColumn('client_id', 'integer', (c) => c.notNull())
      .addColumn('principal', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('spent_by', 'text')
      .addColumn('expires_at', 'integer', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('passes_by_expiry').on('passes').column('expires_at').execute()
  },
}
