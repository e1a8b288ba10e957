import type { BoardId } from '@kintsugi/model'

/** Whose edits each Yjs client id carries. A binding is for good: under another's id one could overwrite their words. */
export interface Clients {
  ownerOf(boardId: BoardId, clientId: number): string | undefined
  /** Binds a free id. False if it is another principal's. */
  bind(boardId: BoardId, clientId: number, principalId: string): boolean
  /** Takes ids away from whoever had them, so that what they wrote under them is refused from now on. */
  seize(boardId: BoardId, clientIds: readonly number[], principalId: string): void
}
