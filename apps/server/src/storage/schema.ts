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
