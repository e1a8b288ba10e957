import {
  type Evidence,
  evidenceSchema,
  type ItemId,
  type TimelineEntry,
  type TimelineEntryText,
} from '@kintsugi/model'
import { generateKeyBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { lastRank, moveRanked } from './order.ts'
import { storable } from './plain.ts'
import { type Between, isRank } from './ranks.ts'
import { type Board, itemIn, newIdOn, type Things } from './shape.ts'
import { act, fieldKey } from './verb.ts'

export function addTimelineEntry(board: Board, init: ItemInit<'timeline'>): ItemId {
  return act(board, 'addTimelineEntry', () =>
    addItem(board, 'timeline', { ...init, rank: lastRank(board, 'timeline') }),
  )
}

export type TimelineEntryPatch = Partial<Omit<TimelineEntry, 'id' | 'evidence' | 'rank' | TimelineEntryText>>
/** False where the entry is gone. */
export function changeTimelineEntry(board: Board, id: ItemId, patch: TimelineEntryPatch): boolean {
  return act(
    board,
    'changeTimelineEntry',
    () => changeItem(board, 'timeline', id, patch),
    fieldKey(id, patch),
  )
}

/** Among entries of one instant, or without a time: everything else reads by its time. */
export function moveTimelineEntry(board: Board, id: ItemId, between: Between): boolean {
  return act(board, 'moveTimelineEntry', () => moveRanked(board, 'timeline', id, between))
}

/** Adds a link as evidence; throws on a URL that the model's `evidenceUrlSchema` refuses. Undefined where the entry is gone. */
export function addEvidence(
  board: Board,
  entryId: ItemId,
  evidence: { url: string; label?: string },
): ItemId | undefined {
  return act(board, 'addEvidence', () => {
    const held = evidenceOf(board, entryId)
    return held === undefined ? undefined : keepEvidence(held, { ...evidence, id: newIdOn(board) })
  })
}

export function removeEvidence(board: Board, entryId: ItemId, evidenceId: ItemId): boolean {
  return act(board, 'removeEvidence', () => {
    const held = evidenceOf(board, entryId)
    if (!held?.has(evidenceId)) return false
    held.delete(evidenceId)
    return true
  })
}

/** One value a piece of evidence; its rank keeps the order in which they were added. */
export function keepEvidence(held: Things, evidence: { id: ItemId; url: string; label?: string }): ItemId {
  const { id, url, label }: Evidence = evidenceSchema.parse(storable(evidence))
  const ranks = [...held.values()].map((value) => (value as { rank?: unknown } | null)?.rank)
  const last = ranks.filter((rank): rank is string => typeof rank === 'string' && isRank(rank)).sort()
  held.set(id, { url, label, rank: generateKeyBetween(last.at(-1) ?? null, null) })
  return id
}

function evidenceOf(board: Board, entryId: ItemId): Things | undefined {
  const held = itemIn(board, 'timeline', entryId)?.get('evidence')
  return held instanceof Y.Map ? held : undefined
}
