import type { BoardSnapshot, Instant, ItemId, MilestoneName } from '@kintsugi/model'
import { milestonesOf } from './milestones.ts'

/** What a duration is measured between: milestones, or two instants that are not on the timeline. */
export type Mark = MilestoneName | 'meeting' | 'published'

/** name → [end, start]: the duration is end − start. */
export const durationFormulas = {
  timeToDetect: ['detected', 'impactStart'],
  timeToAcknowledge: ['acknowledged', 'impactStart'],
  acknowledgeAfterDetection: ['acknowledged', 'detected'],
  timeToDeclare: ['declared', 'impactStart'],
  timeToIdentify: ['identified', 'impactStart'],
  timeToMitigate: ['mitigated', 'impactStart'],
  timeToResolve: ['resolved', 'impactStart'],
  impactDuration: ['impactEnd', 'impactStart'],
  responseDuration: ['resolved', 'declared'],
  communicationLag: ['firstStatusPost', 'impactStart'],
  meetingDelay: ['meeting', 'resolved'],
  publicationDelay: ['published', 'resolved'],
} as const satisfies Record<string, readonly [end: Mark, start: Mark]>
export type DurationName = keyof typeof durationFormulas
export const durationNames = Object.keys(durationFormulas) as DurationName[]

export interface Duration {
  name: DurationName
  formula: { end: Mark; start: Mark }
  /** Wall clock milliseconds; null where either end is unknown. Negative where the end lies before the start. */
  ms: number | null
  /** Entries used: `from` for the start, `to` for the end. Null where the mark is unknown or is no entry. */
  from: ItemId | null
  to: ItemId | null
  startAt: Instant | null
  endAt: Instant | null
  /** Either end is approximate (頃). */
  approximate: boolean
  /** Either end is a milestone nobody has confirmed. */
  suggested: boolean
}

interface Known {
  at: Instant | null
  entryId: ItemId | null
  approximate: boolean
  suggested: boolean
}

/** All durations, in the order of `durationFormulas`, the unknown ones too. `publishedAt`: when the first revision was finalized. */
export function durations(
  snapshot: Pick<BoardSnapshot, 'timeline' | 'incident'>,
  { publishedAt = null }: { publishedAt?: Instant | null } = {},
): Duration[] {
  const uses = milestonesOf(snapshot)
  const aside = (at: Instant | null): Known => ({ at, entryId: null, approximate: false, suggested: false })
  const known = (mark: Mark): Known => {
    if (mark === 'meeting') return aside(snapshot.incident.meetingAt)
    if (mark === 'published') return aside(publishedAt)
    return uses[mark] ?? aside(null)
  }
  return durationNames.map((name) => {
    const [end, start] = durationFormulas[name]
    const [to, from] = [known(end), known(start)]
    return {
      name,
      formula: { end, start },
      ms: to.at === null || from.at === null ? null : Date.parse(to.at) - Date.parse(from.at),
      from: from.entryId,
      to: to.entryId,
      startAt: from.at,
      endAt: to.at,
      approximate: to.approximate || from.approximate,
      suggested: to.suggested || from.suggested,
    }
  })
}
