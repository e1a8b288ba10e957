import type { Migration } from 'kysely/migration'

/** The templates that teams have made; those that came with the product are in no table. */
export const templates: Migration = {
  async up(db) {
    await db.schema
      .createTable('templates')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('deleted_at', 'text')
      .addColumn('added', 'integer', (c) => c.notNull())
      .execute()
  },
}
