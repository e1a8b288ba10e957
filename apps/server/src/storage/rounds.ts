import type { BoardId, Instant, ItemId, RoundKind, RoundMode } from '@kintsugi/model'
import type { Member } from '@kintsugi/protocol'

/**
 * `opening`: not yet published, and undone after a crash. `revealing`: decided, and perhaps done. `revealed`: notes or
 * tally lie on the board; late notes are still taken.
 */
export type RoundState = 'opening' | 'open' | 'revealing' | 'revealed' | 'ended' | 'cancelled'

/** A round as the server keeps it: nothing that a note or a vote would change. */
export interface KeptRound {
  readonly id: ItemId
  readonly boardId: BoardId
  readonly kind: RoundKind
  readonly mode: RoundMode
  readonly state: RoundState
  /** The board, or the vault, may not have heard yet of what was decided. */
  readonly unsettled: boolean
  readonly tokenKey: string
  /** Of one deal. */
  readonly tokens: number
  readonly deals: number
  readonly members: readonly Member[]
  /** What is voted on. */
  readonly topics: readonly ItemId[]
  readonly openedAt: Instant
  readonly endedAt: Instant | null
}

export interface KeptRounds {
  /** New, or in place of what was. Throws where another one is going on there. */
  keep(round: KeptRound): void
  find(id: ItemId): KeptRound | undefined
  /** The one that has begun and is neither ended nor cancelled. */
  going(boardId: BoardId): KeptRound | undefined
  /** Rounds whose notes lie on the board. */
  revealedOn(boardId: BoardId): KeptRound[]
  /** Of which the board, or the vault, may not have heard yet. */
  unsettledOn(boardId: BoardId): KeptRound[]
  /** What a crash may have broken off, and what is open. */
  unfinished(): KeptRound[]
  boardsWithNotes(): BoardId[]
  /** How often something was refused: round, code, number. */
  addRefusals(counts: readonly (readonly [ItemId, string, number])[]): void
  refusalsOf(id: ItemId): Record<string, number>
}
