import type { BoardId, ItemId, KptColumn, Problem } from '@kintsugi/model'
import type { AnonymousChange, AnonymousNote, Ballot, DealtTokens, SignedNote } from '@kintsugi/protocol'

/** What a round is to the vault. */
export interface VaultRound {
  boardId: BoardId
  roundId: ItemId
  kind: 'writing' | 'voting'
  /** Tokens of one deal. */
  tokens: number
}

/** A note on its way to the board. Ids and order are drawn when the batch is prepared, and kept until it is done. */
export interface HiddenNote {
  /** The id it will have on the board. */
  id: ItemId
  column: KptColumn
  text: string
  /** Of an anonymous note; null: it is signed. */
  seal: string | null
  author: string | null
}

/** An author's later word on a note that lies on the board. */
export interface HiddenChange {
  noteId: ItemId
  /** Null: it goes. */
  text: string | null
  /** Replaces the seal that the note had; null where it goes. */
  seal: string | null
  previousSeal: string
}

export type Taken = { taken: true } | { problem: Problem }

/**
 * Everything of a round that must not be attributable: keys, spent tokens, hidden notes, ballots. It knows no author of
 * an anonymous note, no address, no time and no order, and all its writes are on disk when they return. Synchronous, like
 * the storage below it; throws what the storage throws.
 *
 * Refusals: `roundUnknown`, `roundOver`, `tokenInvalid`, `tokenSpent`, `tokensDealt` (asked for twice with other blinded
 * elements), `blindedInvalid` (not as many as a deal has, or no elements), `noteTooLong`, `noteEmpty`, `noteUnknown`,
 * `signatureInvalid`, `changeStale`, `topicUnknown`.
 */
export interface Vault {
  /** Makes the round's key pair; its public half. For a round that is open already, the one it has. */
  open(round: VaultRound): string
  /** Whether there is, or was, such a round on this board. */
  knows(boardId: BoardId, roundId: ItemId): boolean
  /** The caller has made sure that the principal is a member. One answer for each principal and deal, for good. */
  deal(
    round: VaultRound,
    request: { principal: string; deal: number; blinded: readonly string[] },
  ): DealtTokens | { problem: Problem }
  postNote(boardId: BoardId, roundId: ItemId, note: AnonymousNote): Taken
  postSigned(
    boardId: BoardId,
    roundId: ItemId,
    author: { principal: string; name: string },
    note: SignedNote,
  ): Taken
  ownSigned(roundId: ItemId, principal: string): { id: ItemId; column: KptColumn; text: string }[]
  /** A hidden signed note changed (or, null, taken away) by its author before the reveal. */
  changeSigned(roundId: ItemId, principal: string, id: ItemId, text: string | null): Taken
  vote(boardId: BoardId, roundId: ItemId, ballot: Ballot, topics: ReadonlySet<ItemId>): Taken
  /** Before its note is revealed a change is done at once; afterwards it waits as a `HiddenChange`. */
  change(boardId: BoardId, roundId: ItemId, change: AnonymousChange): Taken
  /** Notes or votes that are in; votes only until the round ends. */
  count(roundId: ItemId): number
  /** Changes and late notes that wait for company. */
  waiting(boardId: BoardId): number
  /**
   * Draws ids and a shuffled order for all that is hidden or waiting, keeps them, and gives them back: the same again until
   * `revealed`, across restarts.
   */
  prepare(roundId: ItemId): { notes: HiddenNote[]; changes: HiddenChange[] }
  /** What `prepare` gave lies on the board: its words are erased here; seals and edit keys stay, so that authors can change theirs. */
  revealed(roundId: ItemId): void
  /** Seals of all anonymous notes that are in, in the order of the alphabet. */
  seals(roundId: ItemId): string[]
  /** Votes of each topic that has any. To be read before the round ends. */
  tally(roundId: ItemId): Record<ItemId, number>
  /** The key, the tokens and the ballots are destroyed. Edit keys stay, and what still waits can still be prepared. */
  end(roundId: ItemId): void
  /** As `end`, and everything hidden is destroyed as well. */
  cancel(roundId: ItemId): void
}
