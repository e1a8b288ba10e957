import type { BoardSnapshot, Day, Instant } from '@kintsugi/model'
import {
  type DayOff,
  dayAfter,
  dayOff,
  instantOf,
  localTime,
  nextWorkingDay,
  workingDaysBetween,
} from '../calendar/workingDays.ts'
import { milestonesOf } from '../metrics/index.ts'

/** At once: within so many working days after the resolution memories are still fresh. */
export const meetingWithinWorkingDays = 3
export const publicationWithinDays = 7
/** 13:00: the owner has the morning to gather summary, logs and people. */
const proposedMinute = 13 * 60
const latestMinute = 18 * 60

type Asked = Pick<BoardSnapshot, 'timeline' | 'incident'>

/** When it was resolved for good, as the timeline says; null where it does not. */
export function resolvedAt(snapshot: Pick<BoardSnapshot, 'timeline'>): Instant | null {
  return milestonesOf(snapshot).resolved?.at ?? null
}

/** The end of the third working day after the resolution, 18:00 in the incident's zone. */
export function meetingDeadline(resolved: Instant, zone: string): Instant {
  const { day } = localTime(resolved, zone)
  return instantOf(nextWorkingDay(day, zone, meetingWithinWorkingDays), latestMinute, zone)
}

/** Working days from the resolution to the meeting, counted by days, not hours. */
export function meetingDelay(resolved: Instant, meeting: Instant, zone: string): number {
  return workingDaysBetween(localTime(resolved, zone).day, localTime(meeting, zone).day, zone)
}

interface Moment {
  resolved: Instant | null
  now: Instant
  zone: string
}
/** The day of the resolution, or today where that is later. */
function latestDay({ resolved, now, zone }: Moment): Day {
  const isAhead = resolved !== null && Date.parse(resolved) > Date.parse(now)
  return localTime(isAhead ? resolved : now, zone).day
}

/** A time to propose: 13:00 on the first working day after the resolution, or after today where that is past. */
export function proposedMeeting(moment: Moment): Instant {
  return instantOf(nextWorkingDay(latestDay(moment), moment.zone), proposedMinute, moment.zone)
}

/** Times of a day at which teams meet: after the morning's first hour, after lunch, before the day ends. */
const slotMinutes = [10 * 60, proposedMinute, 16 * 60]
/** How far the proposal looks: enough for the longest run of days off. */
const mostDays = 21

export interface MeetingDay {
  day: Day
  /** Why nobody works then; such a day has no slots. */
  off: DayOff | null
  slots: Instant[]
  /** More than three working days after the resolution. */
  late: boolean
}

/** The days ahead with their times to choose from, until three of them are working days; days off are named in between. */
export function meetingDays(moment: Moment): MeetingDay[] {
  const { resolved, zone } = moment
  const first = proposedMeeting(moment)
  const days: MeetingDay[] = []
  for (
    let day = dayAfter(latestDay(moment)), working = 0;
    working < 3 && days.length < mostDays;
    day = dayAfter(day)
  ) {
    const off = dayOff(day, zone) ?? null
    if (off === null) working += 1
    const slots = off === null ? slotMinutes.map((minute) => instantOf(day, minute, zone)) : []
    const noon = instantOf(day, proposedMinute, zone)
    days.push({
      day,
      off,
      // The morning before the first one is the owner's, to prepare.
      slots: slots.filter((at) => Date.parse(at) >= Date.parse(first)),
      late: resolved !== null && meetingDelay(resolved, noon, zone) > meetingWithinWorkingDays,
    })
  }
  return days
}

export type ResolutionClock =
  /** The timeline names no time of resolution: there is nothing to count from. */
  | { state: 'unresolved' }
  /** No meeting yet: `deadline` lies ahead, or behind. */
  | { state: 'due' | 'late'; resolved: Instant; sinceMs: number; deadline: Instant }
  /** A meeting is set, ahead of us. */
  | { state: 'set'; resolved: Instant; sinceMs: number; meeting: Instant; inTime: boolean }
  /** The meeting's time has come or gone; `afterMs` lies between resolution and meeting. */
  | { state: 'met'; resolved: Instant; meeting: Instant; afterMs: number; inTime: boolean }

/** How long ago it was resolved, and how the meeting stands to that. */
export function resolutionClock({ timeline, incident }: Asked, now: Instant): ResolutionClock {
  const resolved = resolvedAt({ timeline })
  if (resolved === null) return { state: 'unresolved' }
  const { meetingAt: meeting, timeZone: zone } = incident
  const sinceMs = Math.max(0, Date.parse(now) - Date.parse(resolved))
  if (meeting === null) {
    const deadline = meetingDeadline(resolved, zone)
    return { state: Date.parse(now) > Date.parse(deadline) ? 'late' : 'due', resolved, sinceMs, deadline }
  }
  const inTime = meetingDelay(resolved, meeting, zone) <= meetingWithinWorkingDays
  if (Date.parse(meeting) > Date.parse(now)) return { state: 'set', resolved, sinceMs, meeting, inTime }
  return { state: 'met', resolved, meeting, afterMs: Date.parse(meeting) - Date.parse(resolved), inTime }
}
