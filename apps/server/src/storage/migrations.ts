import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { meetingRoles } from './migrations/meetingRoles.ts'
import { passes } from './migrations/passes.ts'
import { practice } from './migrations/practice.ts'
import { rounds } from './migrations/rounds.ts'
import { shareLinks } from './migrations/shareLinks.ts'
import { templates } from './migrations/templates.ts'
import { vault } from './migrations/vault.ts'
import type { Schema } from './schema.ts'

const foundation: Migration = {
  async up(db) {
    await db.schema
      .createTable('boards')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('live', 'final')`))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('glance', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute()
    // AUTOINCREMENT: a sequence number is never given twice, even after its row has moved to the archive.
    await sql`create table updates (
      seq integer primary key autoincrement,
      board_id text not null references boards (id),
      bytes blob not null
    )`.execute(db)
    await db.schema.createIndex('updates_by_board').on('updates').columns(['board_id', 'seq']).execute()
    await db.schema
      .createTable('checkpoints')
      .addColumn('board_id', 'text', (c) => c.primaryKey().references('boards.id'))
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('rows', 'integer', (c) => c.notNull())
      .addColumn('made_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('archive')
      .addColumn('seq', 'integer', (c) => c.primaryKey())
      .addColumn('board_id', 'text', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('archived_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('archive_by_board').on('archive').columns(['board_id', 'seq']).execute()
    await db.schema.createIndex('archive_by_age').on('archive').column('archived_at').execute()
    await db.schema
      .createTable('quarantine')
      .addColumn('seq', 'integer', (c) => c.primaryKey())
      .addColumn('board_id', 'text', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('quarantined_at', 'text', (c) => c.notNull())
      .execute()
    await sql`create table client_ids (
      board_id text not null,
      client_id integer not null,
      principal text not null,
      primary key (board_id, client_id)
    ) without rowid`.execute(db)
    await sql`create table probe (id integer primary key, bytes blob not null)`.execute(db)
  },
}

const revisions: Migration = {
  async up(db) {
    await db.schema
      .createTable('revisions')
      .addColumn('board_id', 'text', (c) => c.notNull().references('boards.id'))
      .addColumn('number', 'integer', (c) => c.notNull().check(sql`number > 0`))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('glance', 'text', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('previous_hash', 'text')
      .addColumn('finalized_at', 'text', (c) => c.notNull())
      .addColumn('finalized_by', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('revisions_key', ['board_id', 'number'])
      .execute()
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`revisions_refuse_${verb}`)}
        before ${sql.raw(verb)} on revisions
        begin select raise(abort, 'a revision is immutable'); end`.execute(db)
    }
    // INSERT OR REPLACE deletes without firing delete triggers, so an existing key is refused before it gets there.
    await sql`create trigger revisions_refuse_replace before insert on revisions
      when exists (select 1 from revisions where board_id = new.board_id and number = new.number)
      begin select raise(abort, 'a revision is immutable'); end`.execute(db)
  },
}

/** In order, by name. A migration that has shipped is never changed. */
const migrations: Record<string, Migration> = {
  '001-foundation': foundation,
  '002-revisions': revisions,
  '003-share-links': shareLinks,
  '005-passes': passes,
  '006-practice': practice,
  '007-meeting-roles': meetingRoles,
  '007-vault': vault,
  '008-rounds': rounds,
  '009-templates': templates,
}

export async function migrateStorage(db: Kysely<Schema>): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest()
  if (error !== undefined) throw error
}
