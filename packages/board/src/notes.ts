import type { ItemId, Placement } from '@kintsugi/model'
import { addItem, type ItemInit } from './item.ts'
import { keepPlacement } from './placements.ts'
import type { Board } from './shape.ts'
import { act } from './verb.ts'

export type FreeNoteInit = ItemInit<'freeNotes'> & { placement?: Placement }
export function addFreeNote(board: Board, { placement, ...init }: FreeNoteInit): ItemId {
  return act(board, 'addFreeNote', () => {
    const id = addItem(board, 'freeNotes', init)
    if (placement !== undefined) keepPlacement(board, id, placement)
    return id
  })
}
