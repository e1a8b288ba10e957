import { localTime } from '../../calendar/workingDays.ts'
import { publicationWithinDays, resolvedAt } from '../../practice/meetingTimes.ts'
import { type Check, hitIf } from '../check.ts'

/** Asked when it is about to be published: days count on the incident's calendar, from the day of the resolution. */
export const publicationLate = {
  code: 'incident.publicationLate',
  severity: 'info',
  find: ({ snapshot, now }) => {
    const resolved = resolvedAt(snapshot)
    if (resolved === null || now === null) return []
    const dayOf = (at: string): number => Date.parse(localTime(at, snapshot.incident.timeZone).day)
    const count = Math.round((dayOf(now) - dayOf(resolved)) / 86_400_000)
    return hitIf(count > publicationWithinDays, { count, most: publicationWithinDays })
  },
} satisfies Check
