import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Rounds of writing and voting, as everybody may know them; what they hide is the vault's. Nothing here is written when a
 * note or a vote comes in: between two rows of the vault no time of ours is to be read.
 */
export const rounds: Migration = {
  async up(db) {
    await db.schema
      .createTable('rounds')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('board_id', 'text', (c) => c.notNull().references('boards.id'))
      .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('writing', 'voting')`))
      .addColumn('mode', 'text', (c) => c.notNull().check(sql`mode in ('signed', 'anonymous')`))
      .addColumn('state', 'text', (c) =>
        c.notNull().check(sql`state in ('opening', 'open', 'revealing', 'revealed', 'ended', 'cancelled')`),
      )
      .addColumn('unsettled', 'integer', (c) => c.notNull().check(sql`unsettled in (0, 1)`))
      .addColumn('token_key', 'text', (c) => c.notNull())
      .addColumn('tokens', 'integer', (c) => c.notNull())
      .addColumn('deals', 'integer', (c) => c.notNull())
      .addColumn('members', 'text', (c) => c.notNull())
      .addColumn('topics', 'text', (c) => c.notNull())
      .addColumn('opened_at', 'text', (c) => c.notNull())
      .addColumn('ended_at', 'text')
      .execute()
    await db.schema.createIndex('rounds_by_board').on('rounds').column('board_id').execute()
    // One at a time, whoever asks for it and however often.
    await sql`create unique index rounds_one_at_a_time on rounds (board_id)
      where state in ('opening', 'open', 'revealing', 'revealed')`.execute(db)
    await sql`create table round_refusals (
      round_id text not null references rounds (id),
      code text not null,
      count integer not null,
      primary key (round_id, code)
    ) without rowid`.execute(db)
  },
}
