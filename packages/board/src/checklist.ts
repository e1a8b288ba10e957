import type { ChecklistItem, ItemId } from '@kintsugi/model'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { lastRank } from './order.ts'
import type { Board } from './shape.ts'
import { act, fieldKey } from './verb.ts'

export function addChecklistItem(board: Board, init: ItemInit<'checklist'>): ItemId {
  return act(board, 'addChecklistItem', () =>
    addItem(board, 'checklist', { ...init, rank: lastRank(board, 'checklist') }),
  )
}

export type ChecklistPatch = Partial<Pick<ChecklistItem, 'name' | 'step' | 'done'>>
/** Ticking is one field, writing another: two people who do one each lose nothing. False where the item is gone. */
export function changeChecklistItem(board: Board, id: ItemId, patch: ChecklistPatch): boolean {
  return act(
    board,
    'changeChecklistItem',
    () => changeItem(board, 'checklist', id, patch),
    fieldKey(id, patch),
  )
}
