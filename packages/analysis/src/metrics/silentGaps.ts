import type { BoardSnapshot, ItemId } from '@kintsugi/model'
import { milestonesOf } from './milestones.ts'

export interface SilentGap {
  /** The entry before the silence and the one that ends it. */
  after: ItemId
  before: ItemId
  ms: number
}

export const silenceMs = 15 * 60_000

/**
 * Stretches between impact start and resolved in which the timeline says nothing for `threshold` or longer.
 * Where a milestone is unknown the timeline's own first or last entry stands in. A span is not silent.
 */
export function silentGaps(snapshot: Pick<BoardSnapshot, 'timeline'>, threshold = silenceMs): SilentGap[] {
  const uses = milestonesOf(snapshot)
  const start = uses.impactStart?.at ? Date.parse(uses.impactStart.at) : Number.NEGATIVE_INFINITY
  const end = uses.resolved?.at ? Date.parse(uses.resolved.at) : Number.POSITIVE_INFINITY
  const timed = snapshot.timeline
    .flatMap(({ id, at, until }) =>
      // A span that ends before it starts is taken for its start.
      at === null
        ? []
        : [{ id, start: Date.parse(at), end: Math.max(Date.parse(at), Date.parse(until ?? at)) }],
    )
    .filter((entry) => entry.end >= start && entry.start <= end)
    .sort((a, b) => a.start - b.start)
  const gaps: SilentGap[] = []
  let last: { id: ItemId; end: number } | undefined
  for (const entry of timed) {
    if (last && entry.start - last.end >= threshold) {
      gaps.push({ after: last.id, before: entry.id, ms: entry.start - last.end })
    }
    if (!last || entry.end > last.end) last = entry
  }
  return gaps
}
