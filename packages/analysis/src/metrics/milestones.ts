import type { BoardSnapshot, Instant, ItemId, MilestoneName, TimelineEntry } from '@kintsugi/model'
import { milestones } from '@kintsugi/model'

/** Where several entries carry one of these, the last one counts: it is over when it is over for good. */
const endings: ReadonlySet<MilestoneName> = new Set(['mitigated', 'resolved', 'impactEnd'])

export interface MilestoneUse {
  name: MilestoneName
  /** The entry that counts. */
  entryId: ItemId
  /** Null where that entry has no time of day. */
  at: Instant | null
  approximate: boolean
  /** Read from words and not yet confirmed by a person. */
  suggested: boolean
  /** Further entries with the same milestone, in reading order. */
  others: ItemId[]
}
export type MilestonesOf = Partial<Record<MilestoneName, MilestoneUse>>

/** A span that ends something ends it at its end. */
function instantOf(entry: TimelineEntry, name: MilestoneName): Instant | null {
  return endings.has(name) ? (entry.until ?? entry.at) : entry.at
}

/**
 * Which entry stands for each milestone. Confirmed ones go before suggested ones, timed before untimed;
 * then the earliest counts, or for endings (mitigated, resolved, impact end) the latest.
 */
export function milestonesOf(snapshot: Pick<BoardSnapshot, 'timeline'>): MilestonesOf {
  const uses: MilestonesOf = {}
  for (const name of milestones) {
    const bearers = snapshot.timeline.filter((entry) => entry.milestone?.name === name)
    const confirmed = bearers.filter((entry) => entry.milestone?.suggested === false)
    const eligible = confirmed.length > 0 ? confirmed : bearers
    const sign = endings.has(name) ? -1 : 1
    const timed = eligible
      .filter((entry) => instantOf(entry, name) !== null)
      .sort((a, b) => sign * (Date.parse(instantOf(a, name) ?? '') - Date.parse(instantOf(b, name) ?? '')))
    const chosen = timed[0] ?? eligible[0]
    if (!chosen) continue
    uses[name] = {
      name,
      entryId: chosen.id,
      at: instantOf(chosen, name),
      approximate: chosen.approx,
      suggested: confirmed.length === 0,
      others: bearers.filter((entry) => entry.id !== chosen.id).map((entry) => entry.id),
    }
  }
  return uses
}
