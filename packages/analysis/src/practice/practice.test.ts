import { guideSchema, practiceSteps } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import {
  meetingDays,
  meetingDeadline,
  offTime,
  practiceProgress,
  proposedMeeting,
  resolutionClock,
  type StepProgress,
  stepMinutes,
} from '../index.ts'
import { type Sketch, sketch } from '../testing/sketch.ts'

const zone = 'Asia/Tokyo'
/** 19 April 2026, 00:10 in Tokyo: in the night to Sunday. */
const resolved = '2026-04-18T15:10:00Z'
const board = (meetingAt: string | null = null) =>
  sketch({ incident: { timeZone: zone, meetingAt }, timeline: [{ id: 'r', at: resolved, is: 'resolved' }] })

describe('the meeting', () => {
  it('[AN43] is proposed for 13:00 on the next working day in the zone of the incident', () => {
    expect(proposedMeeting({ resolved, now: '2026-04-18T16:00:00Z', zone })).toBe('2026-04-20T04:00:00Z')
    // Opened on Wednesday the 22nd: what is past cannot be proposed.
    expect(proposedMeeting({ resolved, now: '2026-04-22T05:00:00Z', zone })).toBe('2026-04-23T04:00:00Z')
    expect(proposedMeeting({ resolved: null, now: '2026-05-01T05:00:00Z', zone })).toBe(
      '2026-05-07T04:00:00Z',
    )
    expect(proposedMeeting({ resolved, now: '2026-04-18T16:00:00Z', zone: 'America/Los_Angeles' })).toBe(
      '2026-04-20T20:00:00Z',
    )
  })
  it('[AN44] is due by the end of the third working day', () => {
    expect(meetingDeadline(resolved, zone)).toBe('2026-04-22T09:00:00Z')
    expect(meetingDeadline('2026-04-30T01:00:00Z', zone)).toBe('2026-05-08T09:00:00Z')
  })
})

describe('the days to meet on', () => {
  it('[PC5] are the next three working days with several times each; days off between them say why', () => {
    const days = meetingDays({ resolved: '2026-05-01T02:00:00Z', now: '2026-05-01T05:00:00Z', zone })
    expect(days.map(({ day, off, slots }) => [day, off?.kind ?? null, slots.length])).toEqual([
      ['2026-05-02', 'weekend', 0],
      ['2026-05-03', 'holiday', 0],
      ['2026-05-04', 'holiday', 0],
      ['2026-05-05', 'holiday', 0],
      ['2026-05-06', 'holiday', 0],
      ['2026-05-07', null, 2],
      ['2026-05-08', null, 3],
      ['2026-05-09', 'weekend', 0],
      ['2026-05-10', 'weekend', 0],
      ['2026-05-11', null, 3],
    ])
    for (const at of days.flatMap(({ slots }) => slots)) expect(offTime(at, zone)).toBeUndefined()
    expect(days.some(({ late }) => late)).toBe(false)
  })
  it('[PC5] begin with the time that is proposed, and say which are late', () => {
    const asked = { resolved, now: '2026-04-22T05:00:00Z', zone }
    const days = meetingDays(asked)
    expect(days[0]?.slots[0]).toBe(proposedMeeting(asked))
    expect(days.every(({ late, off }) => off !== null || late)).toBe(true)
    expect(meetingDays({ ...asked, zone: 'Europe/Paris' })[0]?.slots[0]).toBe('2026-04-23T11:00:00Z')
    const overNewYear = meetingDays({ resolved: null, now: '2026-12-28T05:00:00Z', zone })
    expect(overNewYear.filter(({ off }) => off?.kind === 'yearEnd').length).toBeGreaterThan(3)
    expect(overNewYear.filter(({ off }) => off === null).map(({ day }) => day)).toEqual([
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
    ])
  })
})

describe('the clock since resolution', () => {
  it('[AN45] has nothing to count from where the timeline names no time of resolution', () => {
    expect(resolutionClock(sketch({}), '2026-04-20T00:00:00Z')).toEqual({ state: 'unresolved' })
    const untimed = sketch({ timeline: [{ id: 'r', day: '2026-04-18', is: 'resolved' }] })
    expect(resolutionClock(untimed, '2026-04-20T00:00:00Z')).toEqual({ state: 'unresolved' })
  })
  it('[AN45] counts, and says from when on it is late', () => {
    const due = resolutionClock(board(), '2026-04-22T08:59:00Z')
    expect(due).toMatchObject({ state: 'due', sinceMs: 323_340_000, deadline: '2026-04-22T09:00:00Z' })
    expect(resolutionClock(board(), '2026-04-22T09:01:00Z').state).toBe('late')
    expect(resolutionClock(board(), '2026-04-18T15:00:00Z')).toMatchObject({ sinceMs: 0 })
  })
  it('[AN45] tells a meeting ahead from one that was, and whether it is in time', () => {
    expect(resolutionClock(board('2026-04-20T04:00:00Z'), '2026-04-19T00:00:00Z')).toMatchObject({
      state: 'set',
      inTime: true,
    })
    expect(resolutionClock(board('2026-04-23T04:00:00Z'), '2026-04-24T00:00:00Z')).toMatchObject({
      state: 'met',
      inTime: false,
    })
    expect(resolutionClock(paymentTimeout.en, '2026-11-24T00:00:00Z')).toMatchObject({
      state: 'met',
      inTime: true,
      afterMs: 132_600_000,
    })
  })
})

const hintsOf = (progress: StepProgress[]) =>
  Object.fromEntries(progress.map(({ step, state, hint }) => [step, `${state} ${hint}`]))

describe('the six steps', () => {
  it('[AN46] are open on an empty board, each with what to do first', () => {
    expect(hintsOf(practiceProgress(sketch({})))).toEqual({
      owner: 'open ownerMissing',
      participants: 'open peopleMissing',
      causes: 'open causesMissing',
      response: 'open actsMissing',
      timeline: 'open entriesMissing',
      kpt: 'open notesMissing',
    })
    expect(practiceProgress(sketch({})).map(({ step }) => step)).toEqual([...practiceSteps])
  })
  it('[AN46] list all that they ask for, and what of it is there', () => {
    const checksOf = (given: Sketch) =>
      Object.fromEntries(practiceProgress(sketch(given)).map(({ step, checks }) => [step, checks]))
    for (const checks of Object.values(checksOf({})))
      expect(checks.map(({ isDone }) => isDone)).not.toContain(true)
    for (const { checks } of practiceProgress(paymentTimeout.en))
      expect(checks.map(({ isDone }) => isDone)).not.toContain(false)
    const { kpt } = checksOf({ kpt: ['keep', 'try'] })
    expect(kpt?.flatMap(({ hint, isDone }) => (isDone ? [] : [hint]))).toEqual([
      'problemMissing',
      'actionsMissing',
    ])
  })
  it('[AN46] are all ready in the worked example', () => {
    const progress = practiceProgress(paymentTimeout.ja)
    expect(progress.map(({ state }) => state)).toEqual(practiceSteps.map(() => 'ready'))
    expect(progress.find(({ step }) => step === 'causes')?.args).toEqual({ count: 12, roots: 4 })
  })
  it.each<[Sketch, string, string]>([
    [{ incident: { owner: '鈴木' } }, 'owner', 'begun meetingMissing'],
    [{ incident: { owner: '鈴木', meetingAt: resolved } }, 'owner', 'begun summaryMissing'],
    [{ departments: ['a', 'a'] }, 'participants', 'begun departmentsFew'],
    [{ departments: ['a', 'b', 'c'] }, 'participants', 'begun rulesWaiting'],
    [{ causes: [{ id: 'a' }] }, 'causes', 'begun whyMissing'],
    [{ causes: [{ id: 'a', kind: 'mitigating' }] }, 'causes', 'open causesMissing'],
    [{ causes: [{ id: 'a' }, { id: 'b' }], links: ['because a b'] }, 'causes', 'begun rootMissing'],
    [{ timeline: [{ id: 'a', kind: 'action' }] }, 'response', 'open reviewMissing'],
    [{ timeline: [{ id: 'a', kind: 'action', review: 'worked' }] }, 'response', 'begun modelMissing'],
    [{ timeline: [{ id: 'a' }] }, 'timeline', 'begun resolvedMissing'],
    [{ timeline: [{ id: 'a', is: 'resolved' }] }, 'timeline', 'begun evidenceFew'],
    [{ kpt: ['keep', 'problem'] }, 'kpt', 'begun tryMissing'],
    [{ kpt: ['keep', 'problem', 'try'] }, 'kpt', 'begun actionsMissing'],
  ])('[AN47] say what is missing next (%#)', (given, step, expected) => {
    expect(hintsOf(practiceProgress(sketch(given)))[step]).toBe(expected)
  })
})

describe('suggested minutes', () => {
  it('[AN48] share out the meeting’s length, none without any, the most to causes and KPT', () => {
    for (const length of [null, 10, 11, 29, 30, 37, 45, 60, 75, 90, 480]) {
      const { incident } = sketch({})
      const minutes = stepMinutes({
        incident: { ...incident, guide: guideSchema.parse({ meetingMinutes: length }) },
      })
      const each = Object.values(minutes)
      expect(each.reduce((sum, count) => sum + count, 0)).toBe(length ?? 60)
      expect(Math.min(...each)).toBeGreaterThanOrEqual(1)
      for (const count of each) expect(count).toBeLessThanOrEqual(Math.max(minutes.causes, minutes.kpt))
      if ((length ?? 60) % 5 === 0 && (length ?? 60) >= 30)
        expect(each.every((count) => count % 5 === 0)).toBe(true)
    }
    expect(stepMinutes(sketch({}))).toEqual({
      ...{ owner: 5, participants: 5, causes: 15, response: 10, timeline: 10, kpt: 15 },
    })
  })
})
