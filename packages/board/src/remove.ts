import type { ItemId } from '@kintsugi/model'
import { type Board, partOf, things } from './shape.ts'
import { act } from './verb.ts'

/**
 * Removes items of any part. Links and placements of a removed item stay in the document, hidden: they come back when
 * the item does. Returns how many were there.
 */
export function removeItems(board: Board, ids: readonly ItemId[]): number {
  return act(board, 'removeItems', () => {
    let removed = 0
    for (const id of ids) {
      const part = partOf(board, id)
      if (part === undefined) continue
      things(board, part).delete(id)
      removed += 1
    }
    return removed
  })
}
