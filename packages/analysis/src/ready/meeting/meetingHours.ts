import { offTime } from '../../calendar/workingDays.ts'
import type { ReadyCheck } from '../check.ts'

/** Nights, weekends and holidays are no time to look back. */
export const meetingHours = {
  code: 'meetingHours',
  at: 'meeting',
  judge({ snapshot: { incident } }) {
    const { meetingAt, timeZone } = incident
    if (meetingAt === null) return null
    const off = offTime(meetingAt, timeZone)
    return { missing: off !== undefined, args: { off: off?.kind ?? '' } }
  },
} satisfies ReadyCheck
