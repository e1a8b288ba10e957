import { describe, expect, it } from 'vitest'
import { dayOf, instantAt, timeOfDay } from './typedTime.ts'

describe('a typed time', () => {
  it.each([
    ['21:47', '21:47:00'],
    ['2147', '21:47:00'],
    ['9:05', '09:05:00'],
    ['21:47:30', '21:47:30'],
    ['２１：４７', '21:47:00'],
    ['21時47分', '21:47:00'],
    ['21時', '21:00:00'],
    ['午後9:05', '21:05:00'],
    ['午前12:10', '00:10:00'],
    ['9:05 pm', '21:05:00'],
    ['12:10 am', '00:10:00'],
  ])('[WB7] %s is %s', (typed, time) => {
    expect(timeOfDay(typed)).toBe(time)
  })
  it.each(['', '25:00', '12:60', 'noon', '午後13:00', '21:4', '1'.repeat(5)])('[WB7] %s is none', (typed) => {
    expect(timeOfDay(typed)).toBeNull()
  })
  it('[WB7] is read on the clock of the zone, daylight saving included', () => {
    expect(instantAt('2026-04-18', '21:47:00', 'Asia/Tokyo')).toBe('2026-04-18T12:47:00Z')
    expect(instantAt('2026-07-01', '09:00:00', 'America/New_York')).toBe('2026-07-01T13:00:00Z')
    expect(instantAt('2026-11-01', '01:30:00', 'America/New_York')).toBe('2026-11-01T05:30:00Z')
    expect(dayOf('2026-04-18T15:10:00Z', 'Asia/Tokyo')).toBe('2026-04-19')
  })
})
