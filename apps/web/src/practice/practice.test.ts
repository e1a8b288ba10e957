import { meetingSchema } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { createHeardMeeting } from '../live/heardMeeting.ts'
import { clockText, countdownAt } from './countdown.ts'
import { hasSeenRules } from './frame.ts'

const start = Date.parse('2026-04-20T04:00:00Z')
const timer = { durationMs: 300_000, endsAt: '2026-04-20T04:05:00Z', remainingMs: null }

it('[WPR1] the countdown follows the server’s clock, however wrong the device’s is', () => {
  for (const wrong of [0, -3_600_000, 86_400_000]) {
    const meeting = createHeardMeeting(() => start + wrong)
    meeting.hear(meetingSchema.parse({ timer, now: '2026-04-20T04:00:00Z' }))
    const at = (ms: number) => countdownAt(meeting.heard.get(), start + wrong + ms)
    expect(at(0)).toEqual({ state: 'running', leftMs: 300_000, durationMs: 300_000 })
    expect(at(299_000)).toMatchObject({ state: 'running', leftMs: 1000 })
    expect(at(300_000)).toEqual({ state: 'over', durationMs: 300_000 })
    // A day later nobody needs to be told.
    expect(at(86_400_000)).toEqual({ state: 'none' })
  }
})

it('[WPR1] a paused timer stands still, and none is none', () => {
  const paused = { timer: { durationMs: 300_000, endsAt: null, remainingMs: 61_000 }, skewMs: 0 }
  expect(countdownAt(paused, start)).toEqual(countdownAt(paused, start + 1e9))
  expect(countdownAt(paused, start)).toMatchObject({ state: 'paused', leftMs: 61_000 })
  expect(countdownAt(null, start)).toEqual({ state: 'none' })
  expect(countdownAt({ timer: null, skewMs: 0 }, start)).toEqual({ state: 'none' })
})

it('[WPR2] what is left reads as a clock, and 0:00 means over', () => {
  expect([0, 1, 1000, 59_001, 60_000, 299_500, 3_905_000].map(clockText)).toEqual([
    '0:00',
    '0:01',
    '0:01',
    '1:00',
    '1:00',
    '5:00',
    '1:05:05',
  ])
})

it('[WPR3] rules seen on one board are not seen on another, unless on all', () => {
  expect(hasSeenRules(['a'], 'a')).toBe(true)
  expect(hasSeenRules(['a'], 'b')).toBe(false)
  expect(hasSeenRules(['*'], 'b')).toBe(true)
})
