import type { Action, ItemId } from '@kintsugi/model'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { lastRank, moveRanked } from './order.ts'
import type { Between } from './ranks.ts'
import type { Board } from './shape.ts'
import { act, fieldKey } from './verb.ts'

/** Adds an action inside the verb at hand. */
export function bearAction(board: Board, init: ItemInit<'actions'>): ItemId {
  return addItem(board, 'actions', { ...init, rank: lastRank(board, 'actions') })
}

export function addAction(board: Board, init: ItemInit<'actions'>): ItemId {
  return act(board, 'addAction', () => bearAction(board, init))
}

export type ActionPatch = Partial<Omit<Action, 'id' | 'text' | 'rank'>>
/** False where the action is gone. */
export function changeAction(board: Board, id: ItemId, patch: ActionPatch): boolean {
  return act(board, 'changeAction', () => changeItem(board, 'actions', id, patch), fieldKey(id, patch))
}

export function moveAction(board: Board, id: ItemId, between: Between): boolean {
  return act(board, 'moveAction', () => moveRanked(board, 'actions', id, between))
}
