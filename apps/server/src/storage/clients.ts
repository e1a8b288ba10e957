import type { BoardId } from '@kintsugi/model'
import type { Claim } from './updateLog.ts'

/** Whose edits each Yjs client id carries. A binding is for good: under another's id one could overwrite their words. */
export interface Clients {
  ownerOf(boardId: BoardId, clientId: number): string | undefined
  /** Binds a free id, on disk. False if it is another principal's. */
  bind(boardId: BoardId, claim: Claim): boolean
  /** Binds a free id in memory; the log saves it together with the first edit made under it. */
  claim(boardId: BoardId, claim: Claim): void
  /** Takes ids away from whoever had them, so that what they wrote under them is refused from now on. */
  seize(boardId: BoardId, clientIds: readonly number[], principalId: string): void
  /** Drops what is cached of a board that nobody has open. */
  forget(boardId: BoardId): void
}
