import { incidentSchema, timelineEntrySchema } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import {
  dayAfter,
  dayOff,
  holidayYears,
  instantOf,
  localTime,
  nextWorkingDay,
  offTime,
  resolutionClock,
  workingDaysBetween,
} from '../index.ts'

const tokyo = 'Asia/Tokyo'

describe('days off', () => {
  it('[AN40] are weekends everywhere, and holidays and the year end in Japan', () => {
    expect(dayOff('2026-04-18', tokyo)).toEqual({ kind: 'weekend' })
    expect(dayOff('2026-04-18', 'Europe/Berlin')).toEqual({ kind: 'weekend' })
    expect(dayOff('2026-04-29', tokyo)).toEqual({ kind: 'holiday', ja: '昭和の日', en: 'Showa Day' })
    expect(dayOff('2026-04-29', 'Europe/Berlin')).toBeUndefined()
    expect(dayOff('2026-04-30', tokyo)).toBeUndefined()
    // 3 May 2026 is a Sunday: Constitution Day is made up for on the 6th.
    expect(dayOff('2026-05-06', tokyo)?.kind).toBe('holiday')
    // Between two holidays: 国民の休日.
    expect(dayOff('2026-09-22', tokyo)?.kind).toBe('holiday')
    expect(
      ['2026-12-28', '2026-12-29', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map(
        (day) => dayOff(day, tokyo)?.kind,
      ),
    ).toEqual([undefined, 'yearEnd', 'yearEnd', 'holiday', 'yearEnd', undefined])
    expect(dayOff('2026-12-31', 'UTC')).toBeUndefined()
  })
  it('[AN40] are known for years to come', () => {
    expect(holidayYears[0]).toBeLessThanOrEqual(2000)
    expect(holidayYears[1]).toBeGreaterThanOrEqual(2040)
    expect(dayOff(`${holidayYears[1] + 1}-01-01`, tokyo)?.kind).toBe('yearEnd')
  })
})

describe('working days', () => {
  it('[AN41] pass over weekends, Golden Week and the year end', () => {
    expect(nextWorkingDay('2026-04-18', tokyo)).toBe('2026-04-20')
    expect(nextWorkingDay('2026-04-28', tokyo)).toBe('2026-04-30')
    expect(nextWorkingDay('2026-05-01', tokyo)).toBe('2026-05-07')
    expect(nextWorkingDay('2026-05-01', tokyo, 3)).toBe('2026-05-11')
    expect(nextWorkingDay('2026-05-01', 'UTC')).toBe('2026-05-04')
    expect(nextWorkingDay('2026-12-28', tokyo)).toBe('2027-01-04')
  })
  it('[AN41] are counted from the day after up to the day itself', () => {
    expect(workingDaysBetween('2026-04-17', '2026-04-20', tokyo)).toBe(1)
    expect(workingDaysBetween('2026-04-18', '2026-04-20', tokyo)).toBe(1)
    expect(workingDaysBetween('2026-04-20', '2026-04-20', tokyo)).toBe(0)
    expect(workingDaysBetween('2026-04-21', '2026-04-20', tokyo)).toBe(0)
    expect(workingDaysBetween('2026-04-30', '2026-05-11', tokyo)).toBe(4)
  })
  it('[AN41] come to an end with the calendar, and are not looked at one by one in a slip of the pen', () => {
    expect(workingDaysBetween('9999-12-27', '9999-12-31', tokyo)).toBe(1)
    expect(nextWorkingDay('9999-12-30', tokyo)).toBe('9999-12-31')
    expect(dayAfter('9999-12-31')).toBe('9999-12-31')
    expect(workingDaysBetween('0002-01-01', '9999-12-31', tokyo)).toBeGreaterThan(2_000_000)
    expect(workingDaysBetween('2016-01-01', '2026-01-08', 'UTC')).toBe(2614)
    expect(workingDaysBetween('2016-01-01', '2026-01-09', 'UTC')).toBe(2615)
    expect(localTime('9999-12-31T23:00:00Z', tokyo)).toEqual({ day: '9999-12-31', minute: 480 })
    expect(localTime('0000-01-01T00:00:00Z', 'America/New_York').day).toBe('0000-01-01')
    const at = '0002-01-01T00:00:00Z'
    const timeline = [timelineEntrySchema.parse({ id: 'e'.repeat(22), at, milestone: { name: 'resolved' } })]
    const incident = incidentSchema.parse({ meetingAt: '9999-12-31T23:59:59Z', timeZone: tokyo })
    expect(resolutionClock({ timeline, incident }, at)).toMatchObject({ state: 'set', inTime: false })
  })
})

describe('the clock of a zone', () => {
  it('[AN42] gives the day and minute there, and back, also across midnight and daylight saving', () => {
    expect(localTime('2026-04-18T15:10:00Z', tokyo)).toEqual({ day: '2026-04-19', minute: 10 })
    expect(localTime('2026-01-01T02:00:00Z', 'America/New_York')).toEqual({
      day: '2025-12-31',
      minute: 21 * 60,
    })
    expect(instantOf('2026-04-20', 13 * 60, tokyo)).toBe('2026-04-20T04:00:00Z')
    for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26']) {
      const noon = instantOf(day, 12 * 60, 'Europe/Berlin')
      expect(localTime(noon, 'Europe/Berlin')).toEqual({ day, minute: 720 })
    }
    // 02:30 does not exist in Berlin on this night.
    expect(localTime(instantOf('2026-03-29', 150, 'Europe/Berlin'), 'Europe/Berlin').minute).toBe(210)
    // Nor on this one, west of Greenwich, where the offset is found from the other side.
    const skipped = instantOf('2026-03-08', 150, 'America/New_York')
    expect(localTime(skipped, 'America/New_York')).toEqual({ day: '2026-03-08', minute: 210 })
    for (const minute of [119, 180, 181])
      expect(localTime(instantOf('2026-03-08', minute, 'America/New_York'), 'America/New_York').minute).toBe(
        minute,
      )
  })
  it('[AN42] says why a time is no time to meet', () => {
    expect(offTime('2026-04-20T04:00:00Z', tokyo)).toBeUndefined()
    expect(offTime('2026-04-20T09:00:00Z', tokyo)).toEqual({ kind: 'night' })
    expect(offTime('2026-04-19T23:59:00Z', tokyo)).toEqual({ kind: 'night' })
    expect(offTime('2026-04-18T04:00:00Z', tokyo)).toEqual({ kind: 'weekend' })
    expect(offTime('2026-04-29T04:00:00Z', tokyo)?.kind).toBe('holiday')
  })
})
