import { type BoardSnapshot, type PracticeStep, practiceSteps, usualMeetingMinutes } from '@kintsugi/model'

/** What every step gets before the rest of the meeting is shared out. */
const leastMinutes = 5
/** Who shares in a longer meeting: naming people takes no longer in it, asking why does. */
const shares: Record<PracticeStep, number> = {
  owner: 0,
  participants: 0,
  causes: 2,
  response: 1,
  timeline: 1,
  kpt: 2,
}
const allShares = Object.values(shares).reduce((sum, share) => sum + share, 0)

/**
 * Minutes suggested for each of the six steps. Together they are the length of the meeting that the board's template
 * gives; where that is a multiple of five, each of them is one too.
 */
export function stepMinutes({ incident }: Pick<BoardSnapshot, 'incident'>): Record<PracticeStep, number> {
  const total = incident.guide?.meetingMinutes ?? usualMeetingMinutes
  const least = Math.min(leastMinutes, Math.floor(total / practiceSteps.length))
  const rest = total - least * practiceSteps.length
  const unit = least === leastMinutes && rest % leastMinutes === 0 ? leastMinutes : 1
  const minutes = { ...shares }
  let given = 0
  let share = 0
  for (const step of practiceSteps) {
    share += shares[step]
    const due = Math.round((rest * share) / allShares / unit) * unit
    minutes[step] = least + due - given
    given = due
  }
  return minutes
}
