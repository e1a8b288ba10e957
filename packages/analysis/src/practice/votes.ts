import type { BoardSnapshot, ItemId, KptHeap } from '@kintsugi/model'

/** Topic → votes. */
export type Votes = Readonly<Record<ItemId, number>>

/** The totals of the vote counted last; null where none has been. */
export function latestVotes({ rounds }: Pick<BoardSnapshot, 'rounds'>): Votes | null {
  return rounds.findLast(({ kind, endedAt }) => kind === 'voting' && endedAt !== null)?.votes ?? null
}

/**
 * Votes of what stands at one place: those for the note, or for the group and for those of its notes that stood alone when
 * the vote was held. Null where there was no vote, or it was not there to be voted on and got none.
 */
export function votesOf(votes: Votes | null, { id, group, notes }: KptHeap): number | null {
  if (votes === null) return null
  const topics = group === null ? [id] : [id, ...notes.map((note) => note.id)]
  const counted = topics.flatMap((topic) => votes[topic] ?? [])
  return counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0)
}
