import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMarkdown } from '@kintsugi/exchange'
import { idFromBytes } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { compareWithTruth, truthTables } from './truth.ts'

const real = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'real')
const tables = truthTables(join(real, 'expected'))

function numbered(): () => string {
  let count = 0
  return () => {
    count++
    return idFromBytes(Uint8Array.from({ length: 16 }, (_, i) => (i < 4 ? (count >> (8 * i)) & 255 : 7)))
  }
}

describe.skipIf(tables.length === 0)('real postmortems against tables made by reading', () => {
  const compared = tables
    .filter(({ file }) => existsSync(join(real, file)))
    .map((truth) => {
      const text = readFileSync(join(real, truth.file), 'utf8')
      const fileName = truth.file.split('/').at(-1) ?? ''
      const reading = readMarkdown(text, { zone: truth.defaultZone, date: null, newId: numbered(), fileName })
      return { truth, result: compareWithTruth(truth, reading.snapshot, reading.problems) }
    })
  const sum = (pick: (result: (typeof compared)[number]['result']) => number): number =>
    compared.reduce((total, { result }) => total + pick(result), 0)

  it('[EX1] at least 98 % of the timed rows are right, every other one is reported, none is silently wrong', () => {
    const line = (cells: (string | number)[]): string =>
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(52) : String(cell).padStart(9))).join('')
    const mark = (part: { found: number; right: boolean }): string => `${part.found}${part.right ? '' : ' ✗'}`
    const report = [
      line(['file', 'rows', 'right', 'reported', 'silent', 'invented', 'causes', 'whys', 'actions']),
      ...compared.map(({ truth, result }) =>
        line([
          truth.file,
          result.rows,
          result.right,
          result.reported,
          result.silentlyWrong.length,
          result.invented.length,
          mark(result.causes),
          mark(result.whys),
          mark(result.actions),
        ]),
      ),
      line([
        'all',
        sum(({ rows }) => rows),
        sum(({ right }) => right),
        sum(({ reported }) => reported),
        sum(({ silentlyWrong }) => silentlyWrong.length),
        sum(({ invented }) => invented.length),
      ]),
    ]
    process.stdout.write(`\n${report.join('\n')}\n`)
    expect(compared.flatMap(({ result }) => result.silentlyWrong)).toEqual([])
    expect(sum(({ right }) => right) / sum(({ rows }) => rows)).toBeGreaterThanOrEqual(0.98)
  })

  it('[EX2] rows are never invented, and what the tables call a problem is reported with its line', () => {
    expect(compared.flatMap(({ result }) => result.invented)).toEqual([])
    expect(
      compared.flatMap(({ truth, result }) => result.unreported.map((at) => `${truth.file}:${at}`)),
    ).toEqual([])
  })

  it('[EX3] causes, whys and actions are as many as the documents state', () => {
    const wrong = compared.flatMap(({ truth, result }) =>
      (['causes', 'whys', 'actions'] as const)
        .filter((part) => !result[part].right)
        .map((part) => `${truth.file}: ${part} ${result[part].found}`),
    )
    expect(wrong).toEqual([])
  })
})

if (tables.length === 0) {
  process.stdout.write(`Truth tables of real postmortems are not there (${real}): skipped.\n`)
}
