import type { Generated } from 'kysely'

/** Instants are ISO 8601 UTC strings, bytes are BLOBs, sequence numbers rise for ever and are never reused. */
export interface Schema {
  boards: BoardRow
  updates: UpdateRow
  checkpoints: CheckpointRow
  archive: ArchiveRow
  quarantine: QuarantineRow
  client_ids: ClientIdRow
  revisions: RevisionRow
  passes: PassRow
  share_links: ShareLinkRow
  meetings: MeetingRow
  departments: DepartmentRow
  templates: TemplateRow
  rounds: RoundRow
  round_refusals: RoundRefusalRow
  vault_rounds: VaultRoundRow
  vault_deals: VaultDealRow
  vault_spent: VaultSpentRow
  vault_ballots: VaultBallotRow
  vault_notes: VaultNoteRow
  vault_changes: VaultChangeRow
  vault_signed: VaultSignedRow
}

export interface BoardRow {
  id: string
  /** `final` while its latest revision is being read; `live` otherwise. */
  state: 'live' | 'final'
  /** Copy of the document's title, and a `Glance` as JSON, a little behind; for lists only. */
  title: string
  glance: string
  created_at: string
  updated_at: string
}
/** The log: one row per committed update, in the order in which it is applied. */
export interface UpdateRow {
  seq: Generated<number>
  board_id: string
  bytes: Uint8Array
}
/** What the rows up to now came to. `rows`: how many rows are folded in, over the board's whole life. */
export interface CheckpointRow {
  board_id: string
  bytes: Uint8Array
  rows: number
  made_at: string
}
/** Rows that a checkpoint holds; kept for restoring, dropped after a time. */
export interface ArchiveRow {
  seq: number
  board_id: string
  bytes: Uint8Array
  archived_at: string
}
/** Rows that could not be applied. Kept for whoever looks into it, never loaded. */
export interface QuarantineRow {
  seq: number
  board_id: string
  bytes: Uint8Array
  reason: string
  quarantined_at: string
}
/** Whose edits a Yjs client id carries. Bound once, for good. */
export interface ClientIdRow {
  board_id: string
  client_id: number
  principal: string
}
/** A reusable ticket; see `passes.ts`. `expires_at`: milliseconds since 1970. */
export interface PassRow {
  hash: string
  board_id: string
  client_id: number
  principal: string
  name: string
  spent_by: string | null
  expires_at: number
}
/** Immutable: triggers refuse UPDATE and DELETE. */
export interface RevisionRow {
  board_id: string
  number: number
  title: string
  /** A `Glance` as JSON, made from the bytes' snapshot. */
  glance: string
  bytes: Uint8Array
  hash: string
  previous_hash: string | null
  finalized_at: string
  finalized_by: string
}
/** A link for reading. Whoever holds the database can count the readings and see the names, and open nothing. */
export interface ShareLinkRow {
  id: string
  board_id: string
  /** SHA-256 of the secret, base64url; the secret itself is kept nowhere. */
  secret_hash: string
  scope: 'revision' | 'latest' | 'live'
  /** Number of the revision where that is the scope. */
  revision: number | null
  name: string
  expires_at: string
  /** What `hashPassword` made of it; null: none is asked for. */
  password: string | null
  /** Name of whoever made it. */
  created_by: string
  created_at: string
  revoked_at: string | null
  readings: number
  /** Day in UTC; who read is kept nowhere. */
  last_read_on: string | null
}
/** What a board's meeting shares beside its document. */
export interface MeetingRow {
  board_id: string
  step: string | null
  /** A `MeetingTimer` as JSON. */
  timer: string | null
  /** A `Member` as JSON. */
  facilitator: string | null
  scribe: string | null
}
/** The master list. `aliases` is a JSON list; `added` orders the rows. */
export interface DepartmentRow {
  id: string
  name: string
  aliases: string
  archived: number
  added: number
}
/** A team's template. `content` is a `TemplateContent` as JSON; `added` orders the rows. */
export interface TemplateRow {
  id: string
  content: string
  version: number
  /** While it can still be restored; null: in use. */
  deleted_at: string | null
  added: number
}
/** A round; see `rounds.ts`. `members` and `topics` are JSON lists. */
export interface RoundRow {
  id: string
  board_id: string
  kind: 'writing' | 'voting'
  mode: 'signed' | 'anonymous'
  state: 'opening' | 'open' | 'revealing' | 'revealed' | 'ended' | 'cancelled'
  unsettled: number
  token_key: string
  tokens: number
  deals: number
  members: string
  topics: string
  opened_at: string
  ended_at: string | null
}
/** How often something was refused in a round, by reason; of a single act nothing is kept. */
export interface RoundRefusalRow {
  round_id: string
  code: string
  count: number
}
/** The vault's view of a round. */
export interface VaultRoundRow {
  id: string
  board_id: string
  kind: 'writing' | 'voting'
  /** Tokens of one deal. */
  tokens: number
  /** Public half, base64url. */
  token_key: string
  /** Null: the round is over, and nothing can be dealt or redeemed any more. */
  secret_key: Uint8Array | null
  /** 1: its notes have been revealed; what comes now is late and waits for company. */
  revealed: number
}
/** That a member has had a deal, and for which elements. A blinded element could stand for any token. */
export interface VaultDealRow {
  round_id: string
  principal: string
  deal: number
  blinded_hash: Uint8Array
}
/** A token that brought a note. Both are hashes over the token, which is kept nowhere: they lead to no note without it. */
export interface VaultSpentRow {
  round_id: string
  mark: Uint8Array
  /** Over token and note: whether the same note comes again. */
  content: Uint8Array
}
/** One vote. `topic` null: it was taken back. */
export interface VaultBallotRow {
  round_id: string
  mark: Uint8Array
  topic: string | null
}
/** An anonymous note. Hidden: no `note_id`. On its way to the board: `note_id` and `text`. On the board: no `text`. */
export interface VaultNoteRow {
  round_id: string
  /** The seal it came with; names it for good. */
  posted_seal: string
  /** Of its words as they are; null: it was deleted by its author. */
  seal: string | null
  kpt_column: 'keep' | 'problem' | 'try'
  text: string | null
  edit_key: string
  /** Of its author's last change. */
  serial: number
  note_id: string | null
  /** In the shuffled order of its batch, while it is on its way. */
  place: number | null
}
/** A change to a note that is on the board, or on its way there. */
export interface VaultChangeRow {
  round_id: string
  posted_seal: string
  /** -1: it waits. Else its place in the batch that is on its way. */
  place: number
  /** Null: the note goes. */
  text: string | null
}
/** A note under a name. `text` null: it is on the board. */
export interface VaultSignedRow {
  round_id: string
  id: string
  principal: string
  author: string
  kpt_column: 'keep' | 'problem' | 'try'
  text: string | null
  place: number | null
}
