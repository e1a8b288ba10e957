import { meetingDelay, meetingWithinWorkingDays, resolvedAt } from '../../practice/meetingTimes.ts'
import type { ReadyCheck } from '../check.ts'

export const meetingSoon = {
  code: 'meetingSoon',
  at: 'meeting',
  judge({ snapshot }) {
    const { meetingAt, timeZone } = snapshot.incident
    const resolved = resolvedAt(snapshot)
    if (meetingAt === null || resolved === null) return null
    const count = meetingDelay(resolved, meetingAt, timeZone)
    return { missing: count > meetingWithinWorkingDays, args: { count, most: meetingWithinWorkingDays } }
  },
} satisfies ReadyCheck
