import { type ItemId, type Placement, placementSchema } from '@kintsugi/model'
import { storable } from './plain.ts'
import { type Board, partOf, things } from './shape.ts'
import { act } from './verb.ts'

/** One value a position: two drags at once end where one of them ended. */
export function keepPlacement(board: Board, id: ItemId, placement: Placement): void {
  things(board, 'placements').set(id, storable(placementSchema.parse(placement)))
}

/** Where a drag settled. False where the item is gone. */
export function placeItem(board: Board, id: ItemId, placement: Placement): boolean {
  return act(board, 'placeItem', () => {
    if (partOf(board, id) === undefined) return false
    keepPlacement(board, id, placement)
    return true
  })
}

/** Several at once (a selection dragged, a tidy layout): one step. Items that are gone are left out. */
export function placeItems(board: Board, placements: Readonly<Record<ItemId, Placement>>): void {
  act(board, 'placeItems', () => {
    for (const [id, placement] of Object.entries(placements)) {
      if (partOf(board, id) !== undefined) keepPlacement(board, id, placement)
    }
  })
}
