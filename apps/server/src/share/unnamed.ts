import type { BoardSnapshot } from '@kintsugi/model'

/**
 * The snapshot without its board's id, wherever it stands: in mode `open` the id is the key to the board, and people
 * paste its address into notes. What readers get is made from this, never from the snapshot itself.
 */
export function unnamed(snapshot: BoardSnapshot, boardId: string): BoardSnapshot {
  return {
    ...(JSON.parse(JSON.stringify(snapshot).replaceAll(boardId, '…')) as BoardSnapshot),
    boardId: null,
    // Where things lie on the canvas is not read.
    placements: {},
  }
}
