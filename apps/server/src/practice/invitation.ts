import { type BoardSnapshot, plainTextOf, usualMeetingMinutes } from '@kintsugi/model'
import { createWords, invitationText, invitationTitle, type Language, timesIn } from '@kintsugi/words'
import ical, { ICalCalendarMethod } from 'ical-generator'

const words = { ja: createWords('ja').t, en: createWords('en').t }

/**
 * The meeting as an iCalendar file, with the ground rules in it: they go out beforehand. Null where the meeting has no
 * time. The entry keeps its id, so that sending it again moves it instead of making another.
 */
export function invitationFile(
  snapshot: BoardSnapshot,
  options: { language: Language; board: string; now: number },
): string | null {
  const { incident, boardId } = snapshot
  if (incident.meetingAt === null) return null
  const { language, board, now } = options
  const t = words[language]
  const invitation = {
    title: incident.title,
    when: timesIn(incident.timeZone, language).dateAndClock(incident.meetingAt),
    owner: incident.owner,
    summary: plainTextOf(incident.summary),
    groundRules: plainTextOf(incident.groundRules),
    board,
  }
  const start = new Date(incident.meetingAt)
  const calendar = ical({
    prodId: { company: 'Kintsugi', product: 'postmortem', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${boardId}@kintsugi`,
    // Later files replace earlier ones, by whichever clock: seconds rise.
    sequence: Math.floor(now / 1000) % 2_000_000_000,
    stamp: new Date(now),
    start,
    end: new Date(start.getTime() + (incident.guide?.meetingMinutes ?? usualMeetingMinutes) * 60_000),
    summary: invitationTitle(t, invitation),
    description: invitationText(t, invitation),
    url: board,
  })
  // Signs that calendars must not hold, and some take for the end of a line.
  return calendar.toString().replace(/[^\P{Cc}\t\r\n]|[\u2028\u2029]/gu, '')
}
