import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What a round hides. WITHOUT ROWID and keyed by hashes and random ids: the order of the rows is not the order in which
 * they came. No row has a time, an address or, where it is anonymous, a name; nothing in one table leads to a person's row
 * in another. See `vault/vault.ts`.
 */
export const vault: Migration = {
  async up(db) {
    await sql`create table vault_rounds (
      id text primary key,
      board_id text not null references boards (id),
      kind text not null check (kind in ('writing', 'voting')),
      tokens integer not null,
      token_key text not null,
      secret_key blob,
      revealed integer not null default 0 check (revealed in (0, 1))
    ) without rowid`.execute(db)
    await db.schema.createIndex('vault_rounds_by_board').on('vault_rounds').column('board_id').execute()
    await sql`create table vault_deals (
      round_id text not null references vault_rounds (id),
      principal text not null,
      deal integer not null,
      blinded_hash blob not null,
      primary key (round_id, principal, deal)
    ) without rowid`.execute(db)
    await sql`create table vault_spent (
      round_id text not null references vault_rounds (id),
      mark blob not null,
      content blob not null,
      primary key (round_id, mark)
    ) without rowid`.execute(db)
    await sql`create table vault_ballots (
      round_id text not null references vault_rounds (id),
      mark blob not null,
      topic text,
      primary key (round_id, mark)
    ) without rowid`.execute(db)
    await sql`create table vault_notes (
      round_id text not null references vault_rounds (id),
      posted_seal text not null,
      seal text,
      kpt_column text not null,
      text text,
      edit_key text not null,
      serial integer not null,
      note_id text,
      place integer,
      primary key (round_id, posted_seal)
    ) without rowid`.execute(db)
    await sql`create table vault_changes (
      round_id text not null references vault_rounds (id),
      posted_seal text not null,
      place integer not null,
      text text,
      primary key (round_id, posted_seal, place)
    ) without rowid`.execute(db)
    await sql`create table vault_signed (
      round_id text not null references vault_rounds (id),
      id text not null,
      principal text not null,
      author text not null,
      kpt_column text not null,
      text text,
      place integer,
      primary key (round_id, id)
    ) without rowid`.execute(db)
  },
}
