import type { Migration } from 'kysely/migration'

/**
 * Links for reading. No reference to `boards`: when a board is gone, whoever opens its link is told so instead of being
 * told that there never was a link.
 */
export const shareLinks: Migration = {
  async up(db) {
    await db.schema
      .createTable('share_links')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('board_id', 'text', (c) => c.notNull())
      .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('password', 'text')
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('revoked_at', 'text')
      .addColumn('readings', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('last_read_on', 'text')
      .execute()
    await db.schema.createIndex('share_links_by_board').on('share_links').column('board_id').execute()
  },
}
