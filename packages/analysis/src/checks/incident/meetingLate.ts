import { meetingDelay, meetingWithinWorkingDays, resolvedAt } from '../../practice/meetingTimes.ts'
import { type Check, hitIf } from '../check.ts'

export const meetingLate = {
  code: 'incident.meetingLate',
  severity: 'info',
  find: ({ snapshot }) => {
    const { meetingAt, timeZone } = snapshot.incident
    const resolved = resolvedAt(snapshot)
    if (meetingAt === null || resolved === null) return []
    const count = meetingDelay(resolved, meetingAt, timeZone)
    return hitIf(count > meetingWithinWorkingDays, { count, most: meetingWithinWorkingDays })
  },
} satisfies Check
