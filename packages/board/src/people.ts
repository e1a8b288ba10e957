import { type Instant, type ItemId, instantSchema, type Participant } from '@kintsugi/model'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { itemsOf, lastRank } from './order.ts'
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

/** Names are the same whatever their width and the spaces around them. */
const sameName = (a: string, b: string): boolean => a.normalize('NFKC').trim() === b.normalize('NFKC').trim()

/**
 * Somebody has read the ground rules: noted at their name, which is added to the participants where it is missing. Who
 * acknowledged them before keeps that time. Returns the participant's id.
 */
export function acknowledgeGroundRules(board: Board, who: { name: string; at: Instant }): ItemId {
  const acknowledgedAt = instantSchema.parse(who.at)
  return act(board, 'acknowledgeGroundRules', () => {
    const [known] = itemsOf(board, 'people').filter(([, item]) =>
      sameName(String(item.get('name')), who.name),
    )
    if (known === undefined) {
      const rank = lastRank(board, 'people')
      return addItem(board, 'people', { name: who.name.trim(), acknowledgedAt, rank })
    }
    const [id, item] = known
    if (typeof item.get('acknowledgedAt') !== 'string') changeItem(board, 'people', id, { acknowledgedAt })
    return id
  })
}
