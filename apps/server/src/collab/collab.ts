import type { Board } from '@kintsugi/board'
import type { BoardId, BoardSnapshot, Problem } from '@kintsugi/model'
import type { TemplateContent } from '@kintsugi/model/templates'
import type { BoardState, Member, ServerFrame } from '@kintsugi/protocol'
import type { Principal } from '../access/guests.ts'

/** What became of an update. */
export type Verdict =
  /** On disk and in the document. */
  | { kind: 'committed' }
  /** The document holds all of it already. */
  | { kind: 'known' }
  /** It builds on something the document has not seen. Not stored: whoever sent it has to resync. */
  | { kind: 'gap' }
  /** Not stored, and it never will be. */
  | { kind: 'refused'; problem: Problem }
  /** Not stored because of us (disk, rebuild in progress). The sender keeps it and tries again. */
  | { kind: 'unavailable'; problem: Problem }

/** An expected failure of a server write. `problem.code`: boardUnknown, boardFinal, boardNotFinal, storageUnavailable, or a code of the gate. */
export class CollabProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'CollabProblem'
    this.problem = problem
  }
}

/** What a board begins with; `content` is a whole board to be copied into it. */
export interface NewContent {
  title?: string
  timeZone?: string
  owner?: string
  content?: BoardSnapshot
  template?: TemplateContent
}

/** The write path of every board. Whatever changes a document goes through here, and is on disk before anybody sees it. */
export interface Collab {
  /** Makes the board and its first content in one transaction. Done again with the same id it changes nothing. */
  create(boardId: BoardId, init: NewContent): Promise<void>
  /** The one way in. Never throws for what the update holds. Throws CollabProblem `boardUnknown`. */
  commit(boardId: BoardId, update: Uint8Array, principal: Principal): Promise<Verdict>
  /**
   * A server write. `work` runs verbs on a private copy of the committed state, synchronously; what it wrote (one or
   * several updates) is stored in one transaction and only then applied and broadcast. If `work` throws, nothing was done.
   * Throws CollabProblem where the board cannot be written.
   */
  change<T>(boardId: BoardId, principal: Principal, work: (board: Board) => T): Promise<T>
  /** The committed state, whether anybody has the board open or not. Throws CollabProblem `boardUnknown`. */
  snapshot(boardId: BoardId): Promise<BoardSnapshot>
  /**
   * Finality: refuses writes from here on, waits until none is in flight, runs `work` on the settled snapshot, and
   * leaves the board final across restarts. If `work` throws, the board is live again and the error goes on.
   */
  freeze<T>(boardId: BoardId, work: (snapshot: BoardSnapshot) => Promise<T>): Promise<T>
  thaw(boardId: BoardId): Promise<void>
  state(boardId: BoardId): Promise<BoardState>
  /** Resolves when every write admitted so far is on disk and applied, or refused. */
  idle(boardId: BoardId): Promise<void>
  /**
   * Calls back after rows were applied to the board and after its state changed, whoever did it and whether anybody has
   * the board open or not. The listener must return at once. Returns what ends it.
   */
  watch(boardId: BoardId, listener: () => void): () => void
  /** Says something to everybody who has the board open; it is in no document. */
  tell(boardId: BoardId, frame: ServerFrame): void
  /** How many principals hold the board open now. */
  present(boardId: BoardId): number
  /** Who they are, each once. */
  members(boardId: BoardId): Member[]
  /** Refuses writes, drains, closes sockets; takes 5 s at most. */
  shutdown(): Promise<void>
}
