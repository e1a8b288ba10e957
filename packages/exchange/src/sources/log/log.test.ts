import { plainTextOf, toInstant } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { logLinesSource } from '../logLines.ts'
import type { ReadContext } from '../source.ts'
import { readLogStamp } from './stamp.ts'

const read = (text: string, given: Partial<ReadContext> = {}) => logLinesSource.read(text, testContext(given))
const instant = (line: string): string | null => {
  const epochMs = readLogStamp(line)?.epochMs
  return epochMs == null ? null : toInstant(epochMs)
}

describe('stamps', () => {
  it.each([
    ['2026-04-18T12:47:00Z x', '2026-04-18T12:47:00Z'],
    ['2026-04-18T21:47:00.123456789+09:00 x', '2026-04-18T12:47:00.123Z'],
    ['2026-04-18 21:47:00,123 +0900 x', '2026-04-18T12:47:00.123Z'],
    ['2026/04/18 21:47:00 JST x', '2026-04-18T12:47:00Z'],
    ['[2026-04-18T12:47Z] x', '2026-04-18T12:47:00Z'],
    ['time="2026-04-18T12:47:00Z" level=info msg=x', '2026-04-18T12:47:00Z'],
    ['<165>1 2003-10-11T22:14:15.003Z host app - ID47 - x', '2003-10-11T22:14:15.003Z'],
    ['10.0.0.1 - a [18/Apr/2026:21:47:00 +0900] "GET / HTTP/1.1" 200 1', '2026-04-18T12:47:00Z'],
    ['1776516420 x', '2026-04-18T12:47:00Z'],
    ['1776516420.5 x', '2026-04-18T12:47:00.500Z'],
    ['1776516420123 x', '2026-04-18T12:47:00.123Z'],
    ['1776516420123456 x', '2026-04-18T12:47:00.123Z'],
  ])('[EX44] %s', (line, expected) => {
    expect(instant(line)).toBe(expected)
  })

  it.each([
    'hello',
    '2026-04-18',
    '2026-02-30T12:00:00Z x',
    '2026-04-18T25:00:00Z x',
    '12345 x',
    '0000000001 x',
    '2026-04-18 12:00:00,alert',
    'at java.base/Thread.run',
    '<999',
    'Apr 18',
    '09012345678',
  ])('[EX44] “%s” begins no entry', (line) => {
    expect(readLogStamp(line)).toBeNull()
  })

  it('[EX44] a zone in the line beats the one given; without any it is UTC, and told', () => {
    const text = '2026-04-18 21:47:00 a\n2026-04-18 21:47:00 +0100 b'
    const at = (given: Partial<ReadContext>) => read(text, given).snapshot.timeline.map((entry) => entry.at)
    expect(at({ zone: 'Asia/Tokyo' })).toEqual(['2026-04-18T12:47:00Z', '2026-04-18T20:47:00Z'])
    expect(at({})).toEqual(['2026-04-18T20:47:00Z', '2026-04-18T21:47:00Z'])
    expect(read(text).problems.map(({ code }) => code)).toEqual(['zoneAssumed'])
    expect(read('2026-04-18T12:47:00Z a').problems).toEqual([])
  })

  it('[EX44] lines without a year are read near the day given, over the turn of the year; without one they wait', () => {
    const text = 'Dec 31 23:59:59 a b: c\nJan  1 00:00:01 a b: d'
    const at = (given: Partial<ReadContext>) => read(text, given).snapshot.timeline.map((entry) => entry.at)
    expect(at({ zone: 'UTC', date: '2026-01-02' })).toEqual(['2025-12-31T23:59:59Z', '2026-01-01T00:00:01Z'])
    expect(at({ zone: 'UTC', fileName: 'syslog-2026-01-02.log' })).toHaveLength(2)
    expect(at({ zone: 'UTC' })).toEqual([null, null])
    expect(read(text, { zone: 'UTC' }).problems).toEqual([
      { code: 'logDayNeeded', line: 1, args: { count: 2 } },
    ])
  })
})

describe('lines', () => {
  it.each([
    ['2026-04-18T12:47:00Z ERROR x', 'alert'],
    ['2026-04-18T12:47:00Z [main] FATAL - x', 'alert'],
    ['2026-04-18T12:47:00Z level=error x', 'alert'],
    ['2026/04/18 12:47:00 [crit] 7#7: x', 'alert'],
    ['<11>Apr 18 12:47:00 a b: x', 'alert'],
    ['<14>Apr 18 12:47:00 a b: ERROR x', 'observation'],
    ['2026-04-18T12:47:00Z WARN x', 'observation'],
    ['2026-04-18T12:47:00Z no error here', 'observation'],
  ])('[EX45] %s is of kind %s', (line, kind) => {
    expect(
      read(line, { zone: 'UTC', date: '2026-04-18' }).snapshot.timeline.map((entry) => entry.kind),
    ).toEqual([kind])
  })

  it('[EX45] lines without a stamp belong to the one above; long traces are folded, and that is told', () => {
    const trace = Array.from({ length: 40 }, (_, i) => `  at frame${i}`).join('\n')
    const { snapshot, problems } = read(
      `lost\n2026-04-18T12:47:00Z ERROR x\n${trace}\n2026-04-18T12:48:00Z y`,
    )
    expect(snapshot.timeline.map(({ text }) => plainTextOf(text).split('\n').length)).toEqual([20, 1])
    expect(snapshot.timeline[0]?.source?.original).toContain('frame18')
    expect(problems).toEqual([
      { code: 'logFolded', line: null, args: { count: 21, kept: 20 } },
      { code: 'logBefore', line: 1, args: {} },
    ])
  })
})
