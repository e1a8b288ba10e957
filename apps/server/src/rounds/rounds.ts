import type { BoardId, ItemId, KptColumn, Problem } from '@kintsugi/model'
import type {
  AnonymousChange,
  AnonymousNote,
  Ballot,
  DealtTokens,
  LiveRound,
  OpenRound,
  RoundAct,
  SignedNote,
  TokenRequest,
} from '@kintsugi/protocol'
import type { Principal } from '../access/guests.ts'
import type { Taken } from '../vault/vault.ts'

/** `round`: as it is now; null where none is going on any more. */
export type RoundAnswer = { round: LiveRound | null } | { problem: Problem }
type Problems<T> = T | { problem: Problem }

/**
 * Rounds of writing and voting, one at a time on a board. Opened and led by the facilitator; what people write in them is
 * the vault's until the reveal. Throws what the storage throws, and CollabProblem where the board cannot be written.
 */
export interface Rounds {
  of(boardId: BoardId): LiveRound | null
  /**
   * Problems: `facilitatorOnly`, `askFacilitator`, `roundOpen`, `groupTooSmall`, `votesMissing`, `topicsMissing`,
   * `boardFinal`, and what writing the board may meet.
   */
  open(boardId: BoardId, given: OpenRound, by: Principal): Promise<RoundAnswer>
  /**
   * Problems: those of the facilitator, `roundUnknown`, `roundOver`, `roundRevealed`, `roundOpen`, `groupTooSmall`,
   * `notOnBoardNow`, `dealsOver`, and what writing the board may meet.
   */
  act(boardId: BoardId, roundId: ItemId, act: RoundAct, by: Principal): Promise<RoundAnswer>

  /** Problems: `roundUnknown`, `roundOver`, `notInRound`, `dealUnknown`, and the vault's. */
  deal(boardId: BoardId, roundId: ItemId, request: TokenRequest, by: Principal): Problems<DealtTokens>
  ownSigned(
    boardId: BoardId,
    roundId: ItemId,
    by: Principal,
  ): Problems<{ notes: { id: ItemId; column: KptColumn; text: string }[] }>
  /** Problems: those of `deal` without `dealUnknown`. */
  postSigned(boardId: BoardId, roundId: ItemId, note: SignedNote, by: Principal): Taken
  changeSigned(boardId: BoardId, roundId: ItemId, id: ItemId, text: string | null, by: Principal): Taken

  /** From nobody we know, as the vault says, where the round takes it. Problems: `roundUnknown`, `roundOver`, `roundSigned`. */
  knows(boardId: BoardId, roundId: ItemId): boolean
  postNote(boardId: BoardId, roundId: ItemId, note: AnonymousNote): Taken
  vote(boardId: BoardId, roundId: ItemId, ballot: Ballot): Taken
  change(boardId: BoardId, roundId: ItemId, change: AnonymousChange): Taken
  /** Something was not even looked at: it is counted, and nothing else is kept of it. */
  turnedAway(roundId: ItemId, code: string): void

  /** Before the board becomes final: what waits goes to the board, and late notes end. Throws CollabProblem `roundOpen`. */
  settle(boardId: BoardId): Promise<void>
  /** Whether something is hidden that finality would bury. */
  isOpen(boardId: BoardId): boolean
  /** What waits goes to the board, however little it is: a phase has begun or ended. */
  deliver(boardId: BoardId): Promise<void>
  /** Ends what a crash has broken off. Before anybody is let in. */
  recover(): Promise<void>
  /** Every few seconds, whatever anybody does: numbers are told, and what waits in company goes to the board. */
  beat(): Promise<void>
  /** Writes down what was counted. */
  close(): void
}
