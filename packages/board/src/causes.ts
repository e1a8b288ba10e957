import type { Cause, ItemId, Placement } from '@kintsugi/model'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { keepLink } from './links.ts'
import { lastRank, moveRanked } from './order.ts'
import { keepPlacement } from './placements.ts'
import type { Between } from './ranks.ts'
import { type Board, itemIn } from './shape.ts'
import { act, fieldKey } from './verb.ts'

export type CauseInit = ItemInit<'causes'> & { placement?: Placement }

/** Adds a cause inside the verb at hand. */
export function bearCause(board: Board, { placement, ...init }: CauseInit): ItemId {
  const id = addItem(board, 'causes', { ...init, rank: lastRank(board, 'causes') })
  if (placement !== undefined) keepPlacement(board, id, placement)
  return id
}

export function addCause(board: Board, init: CauseInit): ItemId {
  return act(board, 'addCause', () => bearCause(board, init))
}

/** Answers "why?": a cause behind `effectId`, and the link. Undefined where the effect is gone. */
export function addWhy(board: Board, effectId: ItemId, init: CauseInit): ItemId | undefined {
  return act(board, 'addWhy', () => {
    if (itemIn(board, 'causes', effectId) === undefined) return undefined
    const id = bearCause(board, init)
    keepLink(board, { kind: 'because', from: effectId, to: id })
    return id
  })
}

export type CausePatch = Partial<Omit<Cause, 'id' | 'text' | 'rank'>>
/** False where the cause is gone. */
export function changeCause(board: Board, id: ItemId, patch: CausePatch): boolean {
  return act(board, 'changeCause', () => changeItem(board, 'causes', id, patch), fieldKey(id, patch))
}

/** Where the cause reads among the others, in the outline and on the read page. */
export function moveCause(board: Board, id: ItemId, between: Between): boolean {
  return act(board, 'moveCause', () => moveRanked(board, 'causes', id, between))
}
