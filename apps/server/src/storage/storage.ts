import type { BoardId } from '@kintsugi/model'
import type { Glance, Meeting } from '@kintsugi/protocol'
import type { Kysely } from 'kysely'
import type { Vault } from '../vault/vault.ts'
import type { Clients } from './clients.ts'
import type { Passes } from './passes.ts'
import type { KeptRounds } from './rounds.ts'
import type { RevisionRow, Schema } from './schema.ts'
import type { Claim, UpdateLog } from './updateLog.ts'

/** What is kept of a board's meeting. */
export type MeetingState = Pick<Meeting, 'step' | 'timer' | 'facilitator' | 'scribe'>

export type NewBoard = { boardId: BoardId; title: string; checkpoint: Uint8Array; seededBy: Claim }

/**
 * Everything on disk. `db` is for single statements beside the write path. It shares one connection with the log and the
 * vault, and its transactions wait between their queries: what others write meanwhile would fall into them. So none is
 * opened on it; what belongs together is a method here, and done without waiting.
 */
export interface Storage {
  readonly db: Kysely<Schema>
  readonly log: UpdateLog
  readonly clients: Clients
  readonly passes: Passes
  /** What a board's meeting shares; undefined where nobody has said anything. */
  readonly meetings: {
    read(boardId: BoardId): MeetingState | undefined
    keep(boardId: BoardId, state: MeetingState): void
  }
  readonly rounds: KeptRounds
  /** What rounds hide. */
  readonly vault: Vault
  /** Board, first checkpoint and the seeding client id in one transaction. False if the board was there already. */
  createBoard(board: NewBoard): boolean
  hasBoard(boardId: BoardId): boolean
  /** Whether a revision of the board is being read. */
  isFinal(boardId: BoardId): boolean
  setState(boardId: BoardId, state: 'live' | 'final'): void
  /** The row, and the board's finality with it: there is never one without the other. */
  addRevision(row: RevisionRow): void
  /** For lists; the document has the truth. */
  setGlance(boardId: BoardId, title: string, glance: Glance): void
  /** Puts this many bytes on disk and takes them away again: whether such a write would succeed now. */
  probe(size: number): boolean
  close(): void
}
