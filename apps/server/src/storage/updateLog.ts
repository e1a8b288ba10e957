import type { BoardId } from '@kintsugi/model'

export type LogEntry = {
  readonly boardId: BoardId
  readonly bytes: Uint8Array
  readonly claims: readonly Claim[]
}
/** A client id seen for the first time in these bytes, bound in the same transaction. */
export type Claim = { readonly clientId: number; readonly principalId: string }
export type StoredUpdate = { readonly seq: number; readonly bytes: Uint8Array }
export type StoredBoard = { checkpoint: Uint8Array; checkpointRows: number; updates: StoredUpdate[] }
export type Compaction = {
  boardId: BoardId
  /** Rows folded in the checkpoint this one was built on. */
  baseRows: number
  bytes: Uint8Array
  seqs: readonly number[]
}

export interface UpdateLog {
  /**
   * All or nothing, in this order, on disk when it resolves. Returns the sequence numbers. Rejects when the disk does
   * not take them; then none is stored.
   */
  append(entries: readonly LogEntry[]): Promise<number[]>
  /** Checkpoint and rows as of one instant; undefined where there is no such board. */
  load(boardId: BoardId): StoredBoard | undefined
  quarantine(boardId: BoardId, seq: number, reason: string): void
  /** Replaces the checkpoint and moves exactly these rows to the archive. False (and nothing done) if either has moved meanwhile. */
  compact(compaction: Compaction): boolean
  /** Drops archived rows older than this instant (ISO 8601). */
  dropArchive(before: string): number
}
