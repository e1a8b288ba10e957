import type { Meeting } from '@kintsugi/protocol'
import { createCell, type Readable } from './readable.ts'

/** What the server last said of the meeting. */
export interface HeardMeeting extends Omit<Meeting, 'now'> {
  /** Server's clock − this device's, in milliseconds: a countdown is right on a device whose clock is wrong. */
  readonly skewMs: number
}

export function createHeardMeeting(now: () => number = Date.now): {
  heard: Readable<HeardMeeting | null>
  hear(meeting: Meeting): void
} {
  const heard = createCell<HeardMeeting | null>(null)
  return {
    heard,
    hear: ({ now: theirs, ...meeting }) => heard.set({ ...meeting, skewMs: Date.parse(theirs) - now() }),
  }
}
