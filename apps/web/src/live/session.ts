import type { Board, BoardHistory, BoardWatch } from '@kintsugi/board'
import type { Problem } from '@kintsugi/model'
import type { BoardState } from '@kintsugi/protocol'
import type { PresenceChannel } from '../presence/presenceChannel.ts'
import type { Readable } from './readable.ts'
import type { RecoveredDraft } from './recoveredDrafts.ts'
import type { SaveState } from './saveState.ts'

/** One open board in one browser tab. React-free; `useSyncExternalStore` reads its Readables. */
export interface Session {
  readonly boardId: string
  /** Replaced, with `watch` and `history`, when `generation` moves on; read them again then. */
  readonly board: Board
  readonly watch: BoardWatch
  readonly history: BoardHistory
  /** Counts up when the server refused something and the session went on with a clean document. Use it as React key of the board. */
  readonly generation: Readable<number>
  readonly presence: PresenceChannel
  readonly saveState: Readable<SaveState>
  readonly boardState: Readable<BoardState>
  readonly problem: Readable<Problem | null>
  /** Work the server refused, kept on this device, newest first. */
  readonly drafts: Readable<readonly RecoveredDraft[]>
  /** Resolves with the first content: from this device if it has the board, else from the server; rejects with ProblemError if neither can give it. */
  readonly ready: Promise<void>
  /** The draft's whole board as JSON text, for a download. */
  exportDraft(id: string): Promise<string>
  discardDraft(id: string): Promise<void>
  dismissProblem(): void
  /** Leaves: presence cleared, what is typed written to this device, socket closed. */
  close(): Promise<void>
}
