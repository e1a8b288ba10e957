import { describe, expect, it } from 'vitest'
import { formatDay, formatDuration, formatPercent, timesIn } from './format.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe('durations', () => {
  it.each([
    [310_000, '5分10秒', '5 min 10 s'],
    [58 * minute, '58分', '58 min'],
    [143 * minute, '2時間23分', '2 h 23 min'],
    [2 * hour + 5000, '2時間', '2 h'],
    [28 * hour, '1日4時間', '1 d 4 h'],
    [3 * day, '3日', '3 d'],
    [45_000, '45秒', '45 s'],
    [0, '0秒', '0 s'],
    [-90_000, '−1分30秒', '−1 min 30 s'],
  ])('[WD1] says %i ms in the two largest units', (ms, ja, en) => {
    expect([formatDuration(ms, 'ja'), formatDuration(ms, 'en')]).toEqual([ja, en])
  })
})

describe('times', () => {
  const [start, next, later] = ['2026-04-18T12:47:00Z', '2026-04-18T15:10:00Z', '2026-04-20T00:00:00Z']
  it('[WD2] shows an entry in the zone, with 頃 and the next day in Japanese', () => {
    const ja = timesIn('Asia/Tokyo', 'ja')
    expect(ja.entry({ at: start, approx: true })).toBe('21:47 頃')
    expect(ja.entry({ at: '2026-04-18T12:52:10Z' })).toBe('21:52:10')
    expect(ja.entry({ at: start, until: '2026-04-18T13:10:00Z' })).toBe('21:47–22:10')
    expect(ja.entry({ at: next }, start)).toBe('翌 00:10')
    expect(ja.entry({ at: later }, start)).toBe('4月20日 09:00')
    expect(ja.span(start, next)).toBe('2026年4月18日 21:47 – 翌 00:10 JST')
  })
  it('[WD2] shows the same in English', () => {
    const en = timesIn('Asia/Tokyo', 'en')
    expect(en.entry({ at: start, approx: true })).toBe('about 21:47')
    expect(en.entry({ at: next }, start)).toBe('19 Apr 00:10')
    expect(en.span(start, next)).toBe('18 April 2026, 21:47 – 19 April, 00:10 JST')
    expect(en.span(start, '2026-04-18T13:10:00Z')).toBe('18 April 2026, 21:47 – 22:10 JST')
    expect(en.dateAndClock(later)).toBe('20 April 2026, 09:00 JST')
  })
  it.each([
    ['Asia/Tokyo', 'JST'],
    ['America/New_York', 'EDT'],
    ['Europe/Paris', 'CEST'],
    ['Asia/Kolkata', 'IST'],
    ['UTC', 'UTC'],
    ['America/Sao_Paulo', 'UTC-3'],
  ])('[WD3] names the zone %s shortly in both languages', (zone, name) => {
    expect([timesIn(zone, 'ja').zoneName(start), timesIn(zone, 'en').zoneName(start)]).toEqual([name, name])
  })
  it('[WD3] gives the name in force at the instant', () => {
    expect(timesIn('America/New_York', 'en').zoneName('2026-01-18T12:00:00Z')).toBe('EST')
    expect(timesIn('Europe/London', 'en').zoneName('2026-01-18T12:00:00Z')).toBe('GMT')
  })
  it('[WD4] writes days and shares', () => {
    expect([formatDay('2026-05-15', 'ja'), formatDay('2026-05-15', 'en')]).toEqual([
      '2026年5月15日',
      '15 May 2026',
    ])
    expect(formatDay('2026-05-15', 'ja', { year: false })).toBe('5月15日')
    expect(formatPercent(0.714, 'ja')).toBe('71%')
  })
})
