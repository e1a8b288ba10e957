import { limits } from '@kintsugi/model'
import { cpuTime } from '@kintsugi/model/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testContext } from '../testing/context.ts'
import { readCsv } from './csv.ts'
import { detectSource } from './index.ts'
import { tableLimits } from './table/parseDelimited.ts'

const read = (text: string) => readCsv(text, testContext({ zone: 'UTC', date: '2026-04-18' }))
const head = 'time,event\n'

describe('tables made to be slow', () => {
  const size = 4_000_000
  it.each([
    ['quotes', `${head}2026-04-18 10:00,"${'x"'.repeat(size / 2)}\n`],
    ['quotes before blanks', `${head}2026-04-18 10:00,"${'x"'.repeat(size / 4)}${' '.repeat(size / 2)}\n`],
    ['blanks and quotes', `${head}2026-04-18 10:00,"${'" '.repeat(size / 2)}`],
    ['open quotes', `${head}${'"\n'.repeat(size / 4)}`],
    ['lines of an open quote', `${head}${'2026-04-18 10:00,"x\n'.repeat(9000)}`],
    ['commas', `${head}2026-04-18 10:00,${','.repeat(size)}`],
    ['commas in the header', `${','.repeat(size)}\n2026-04-18 10:00,x\n`],
    ['cells in the header', `${`${'0:00\t'.repeat(2_000_000)}\n`}1\t2\n`],
    ['blanks', `${head}2026-04-18 10:00,${' '.repeat(9_900_000)}x\n`],
    ['empty lines', `${head}${'\n'.repeat(size)}`],
    ['one cell', `${head}2026-04-18 10:00,${'長'.repeat(1_000_000)}\n`],
    ['one cell of lines', `${head}2026-04-18 10:00,"${'a\n'.repeat(1_000_000)}"\n`],
    ['a time cell', `${head}${'1'.repeat(1_000_000)},x\n`],
    ['a link cell', `time,event,link\n2026-04-18 10:00,x,${'https://a '.repeat(300_000)}\n`],
    ['a scheme', `time,event,link\n2026-04-18 10:00,x,${'a.b+'.repeat(300_000)}\n`],
    ['a header cell', `time ${'('.repeat(1_000_000)},event\n2026-04-18 10:00,x\n`],
    ['rows of question marks', `${head}${`${'?'.repeat(150)},${'?'.repeat(150)}\n`.repeat(9000)}`],
    ['rows of brackets', `${head}${`${'2026-04-18 10:00 ('.repeat(10)},x\n`.repeat(9000)}`],
  ])('[EX52] %s take a bounded time', (_, text) => {
    const began = cpuTime()
    detectSource(text, 'x.csv')
    const { problems, snapshot } = read(text)
    expect(cpuTime() - began).toBeLessThan(10_000)
    expect(problems.length + snapshot.timeline.length).toBeGreaterThan(0)
    for (const entry of snapshot.timeline)
      expect(JSON.stringify(entry.text).length).toBeLessThanOrEqual(limits.noteTextLength)
  })
})

it.each([
  ['tableTooLarge', `${head}${'x'.repeat(limits.importBytes)}`],
  ['tooManyLines', `${head}${'\n'.repeat(tableLimits.lines)}`],
  ['tooManyRows', `${head}${'2026-04-18 10:00,x\n'.repeat(limits.itemsPerBoard + 30)}`],
  ['tooManyColumns', `${head}`.replace('\n', `${',a'.repeat(tableLimits.columns)}\n`)],
  ['notText', '\0\u0001\0\u0002,\0\u0003'],
])('[EX52] %s names its limit, and nothing is read', (code, text) => {
  const { problems, snapshot } = read(text)
  expect(problems.map((problem) => problem.code)).toEqual([code])
  expect(snapshot.timeline).toEqual([])
})

it('[EX52] whatever a table holds, it is read or refused', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ',',
      '\t',
      ';',
      '|',
      '"',
      '""',
      '\n',
      '\r\n',
      'time',
      '時刻',
      '2026/04/18 21:47',
      '45765.9',
    ),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { problems, snapshot } = read(pieces.join(''))
      return problems.length + snapshot.timeline.length > 0
    }),
    { numRuns: 300 },
  )
})
