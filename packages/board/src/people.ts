import type { ItemId, Participant } from '@kintsugi/model'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { lastRank } from './order.ts'
import type { Board } from './shape.ts'
import { act, fieldKey } from './verb.ts'

export function addParticipant(board: Board, init: ItemInit<'people'>): ItemId {
  return act(board, 'addParticipant', () =>
    addItem(board, 'people', { ...init, rank: lastRank(board, 'people') }),
  )
}

export type ParticipantPatch = Partial<Omit<Participant, 'id' | 'rank'>>
/** False where the participant is gone. */
export function changeParticipant(board: Board, id: ItemId, patch: ParticipantPatch): boolean {
  return act(board, 'changeParticipant', () => changeItem(board, 'people', id, patch), fieldKey(id, patch))
}
