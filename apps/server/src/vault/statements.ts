import type { ItemId } from '@kintsugi/model'
import type { Database } from 'better-sqlite3'
import type { VaultNoteRow, VaultRoundRow, VaultSignedRow } from '../storage/schema.ts'

type Bytes = Uint8Array
type Ballot = { topic: ItemId | null }

/** All statements of the vault. What one of them may join, an attacker with the file may join as well. */
export function vaultStatements(db: Database) {
  return {
    addRound: db.prepare<[string, string, string, number, string, Bytes]>(
      `insert into vault_rounds (id, board_id, kind, tokens, token_key, secret_key) values (?, ?, ?, ?, ?, ?)`,
    ),
    round: db.prepare<[string], VaultRoundRow>('select * from vault_rounds where id = ?'),
    roundsOf: db.prepare<[string], { id: string }>('select id from vault_rounds where board_id = ?'),
    forgetKey: db.prepare<[string]>('update vault_rounds set secret_key = null where id = ?'),
    setRevealed: db.prepare<[string]>('update vault_rounds set revealed = 1 where id = ?'),

    deal: db.prepare<[string, string, number], { blinded_hash: Bytes }>(
      'select blinded_hash from vault_deals where round_id = ? and principal = ? and deal = ?',
    ),
    addDeal: db.prepare<[string, string, number, Bytes]>(
      'insert into vault_deals (round_id, principal, deal, blinded_hash) values (?, ?, ?, ?)',
    ),
    countDeals: db.prepare<[string], { count: number }>(
      'select count(*) as count from vault_deals where round_id = ?',
    ),

    spent: db.prepare<[string, Bytes], { content: Bytes }>(
      'select content from vault_spent where round_id = ? and mark = ?',
    ),
    addSpent: db.prepare<[string, Bytes, Bytes]>(
      'insert into vault_spent (round_id, mark, content) values (?, ?, ?)',
    ),
    countSpent: db.prepare<[string], { count: number }>(
      'select count(*) as count from vault_spent where round_id = ?',
    ),

    ballot: db.prepare<[string, Bytes], Ballot>(
      'select topic from vault_ballots where round_id = ? and mark = ?',
    ),
    addBallot: db.prepare<[string, Bytes, ItemId | null]>(
      'insert into vault_ballots (round_id, mark, topic) values (?, ?, ?)',
    ),
    moveBallot: db.prepare<[ItemId | null, string, Bytes]>(
      'update vault_ballots set topic = ? where round_id = ? and mark = ?',
    ),
    ballots: db.prepare<[string], { mark: Bytes; topic: ItemId | null }>(
      'select mark, topic from vault_ballots where round_id = ?',
    ),
    dropBallot: db.prepare<[string, Bytes]>('delete from vault_ballots where round_id = ? and mark = ?'),
    countBallots: db.prepare<[string], { count: number }>(
      'select count(*) as count from vault_ballots where round_id = ?',
    ),
    tally: db.prepare<[string], { topic: string; votes: number }>(
      `select topic, count(*) as votes from vault_ballots
       where round_id = ? and topic is not null group by topic order by topic`,
    ),

    note: db.prepare<[string, string], VaultNoteRow>(
      'select * from vault_notes where round_id = ? and posted_seal = ?',
    ),
    notes: db.prepare<[string], VaultNoteRow>(
      'select * from vault_notes where round_id = ? and seal is not null order by seal',
    ),
    putNote: db.prepare<[VaultNoteRow]>(
      `insert or replace into vault_notes
         (round_id, posted_seal, seal, kpt_column, text, edit_key, serial, note_id, place)
       values (@round_id, @posted_seal, @seal, @kpt_column, @text, @edit_key, @serial, @note_id, @place)`,
    ),
    dropNote: db.prepare<[string, string]>('delete from vault_notes where round_id = ? and posted_seal = ?'),

    changes: db.prepare<[string], { posted_seal: string; place: number; text: string | null }>(
      'select posted_seal, place, text from vault_changes where round_id = ? order by place',
    ),
    putChange: db.prepare<[string, string, number, string | null]>(
      'insert or replace into vault_changes (round_id, posted_seal, place, text) values (?, ?, ?, ?)',
    ),
    dropChange: db.prepare<[string, string, number]>(
      'delete from vault_changes where round_id = ? and posted_seal = ? and place = ?',
    ),

    signed: db.prepare<[string], VaultSignedRow>('select * from vault_signed where round_id = ? order by id'),
    putSigned: db.prepare<[VaultSignedRow]>(
      `insert or replace into vault_signed (round_id, id, principal, author, kpt_column, text, place)
       values (@round_id, @id, @principal, @author, @kpt_column, @text, @place)`,
    ),
    dropSigned: db.prepare<[string, string]>('delete from vault_signed where round_id = ? and id = ?'),

    /** Tables whose rows of a round go when it ends; and those that go when it is cancelled. */
    destroyRights: ['vault_deals', 'vault_spent', 'vault_ballots'].map((table) =>
      db.prepare<[string]>(`delete from ${table} where round_id = ?`),
    ),
    destroyWords: ['vault_notes', 'vault_changes', 'vault_signed'].map((table) =>
      db.prepare<[string]>(`delete from ${table} where round_id = ?`),
    ),
  }
}
export type VaultStatements = ReturnType<typeof vaultStatements>
