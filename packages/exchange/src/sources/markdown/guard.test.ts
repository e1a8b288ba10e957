import { limits } from '@kintsugi/model'
import { cpuTime } from '@kintsugi/model/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { readMarkdown } from '../markdown.ts'
import { markdownLimits } from './guard.ts'

const read = (text: string) => readMarkdown(text, testContext({ zone: 'UTC', date: '2024-05-01' }))
const head = '# T\n\n## Timeline\n\n'
const upTo = (size: number, piece: string): string => head + piece.repeat(Math.floor(size / piece.length))

describe('refusals name the limit', () => {
  it.each([
    [
      'tooLarge',
      'a '.repeat(markdownLimits.bytes),
      { limit: markdownLimits.bytes, size: 2 * markdownLimits.bytes },
    ],
    [
      'tooManyLines',
      'a\n'.repeat(markdownLimits.lines),
      { limit: markdownLimits.lines, count: markdownLimits.lines + 1 },
    ],
    [
      'tooManyRows',
      `${head}${'- 10:00 x\n'.repeat(limits.itemsPerBoard + 1)}`,
      { limit: limits.itemsPerBoard, count: limits.itemsPerBoard + 1 },
    ],
    ['empty', ' \n\n', {}],
    ['notText', '\0\0\0', {}],
    ['notMarkdown', '<!doctype html><p>x', { found: 'HTML' }],
    ['notMarkdown', '[{"a": 1}]', { found: 'JSON' }],
  ] as const)('[EX20] %s', (code, text, args) => {
    const { snapshot, problems } = read(text)
    expect(problems).toEqual([{ code, line: null, args }])
    expect(snapshot.timeline).toEqual([])
  })

  it('[EX19] tells notes that begin with a wiki link from JSON', () => {
    expect(read(`[[page]] of notes\n\n${head}- 10:00 x\n`).snapshot.timeline).toHaveLength(1)
  })
})

describe('texts made to be slow', () => {
  it.each([
    ['brackets', '['.repeat(900)],
    ['images', '![[]()'.repeat(300)],
    ['emphasis', '**a '.repeat(200)],
    ['paragraphs of emphasis', `${'**a '.repeat(200)}\n`],
    ['code marks', `${'`'.repeat(50)} ${'`'.repeat(49)}`],
    ['quotes', '> '.repeat(23)],
    ['nested lists', '- '.repeat(24)],
    ['blanks', `- 10:00${' '.repeat(15_000)}x`],
    ['digits', '- 1111111111:11:11 2024-01-'.repeat(10)],
    ['dates', '2024-01-01 2024年1月1日 1/1/2024 Feb 1 2024 '.repeat(20)],
    ['open parentheses', `- 10:00 ${'('.repeat(500)}`],
    ['question marks', `- ${'?'.repeat(500)}`],
    ['times', '- 10:00 - 10:01, 10:02, 10:03 / 10:04 & 10:05 - '.repeat(8)],
    ['cells', '|a'.repeat(2000)],
    ['signs that end lines', `\nLabel: ${'\v'.repeat(19_000)}x\n`],
  ])('[EX20] %s take a bounded time', (_, line) => {
    const began = cpuTime()
    const { snapshot } = read(upTo(150_000, `${line}\n`))
    expect(cpuTime() - began).toBeLessThan(20_000)
    expect(snapshot.timeline.length).toBeLessThanOrEqual(limits.itemsPerBoard)
  })

  it.each(['\v', '\f', '&#10;', '&#11;', '![a&#10;b](c.png)'])(
    '[EX19] %j among words is no line of its own',
    (sign) => {
      const { snapshot } = read(`${head}- 10:00 a ${sign} b\nc\n- 10:05 d\n`)
      expect(snapshot.timeline.map(({ source }) => source?.line)).toEqual([5, 7])
      const lonely = read(`2024-05-0?\n${sign}\n2024-05-0?`).snapshot.timeline
      expect(lonely.map(({ source }) => source?.line)).toEqual(lonely.length === 0 ? [] : [1, 3])
    },
  )

  it('[EX20] cuts what nests too deep and says where', () => {
    const { problems, snapshot } = read(`${head}- 10:00 x\n\n${'> '.repeat(500)}y\n\n- 10:05 z\n`)
    expect(problems).toContainEqual({ code: 'lineCut', line: 7, args: { limit: markdownLimits.lineLength } })
    expect(snapshot.timeline).toHaveLength(2)
  })
})

describe('anything', () => {
  const line = fc.constantFrom(
    '## Timeline',
    '### 10:00',
    '- 10:00 a',
    '- [???] b',
    '| Time | Event |',
    '|---|---|',
    '| 翌 25:00 頃 | c |',
    '| 2024-02-30 〜 | d |',
    '## 根本原因',
    '1. なぜ？',
    '   → だから',
    '## Actions',
    '- [x] e',
    '```',
    '> f',
    '**Label**',
    '- **Key events**',
    '',
    '  ',
    '2024-05-0?',
    '〜',
    '(((',
    '10:00 - 9:00 - ',
    '午後',
    '\u{1f600}',
  )
  it('[EX19] is read without throwing, with valid rows', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
          { maxLength: 25 },
        ),
        (lines) => {
          const text = lines.join('\n')
          const { snapshot, problems } = read(text)
          const count = text.split(/\r\n?|\n/).length
          const reported = new Set(problems.map(({ line: at }) => at))
          for (const { at, source } of snapshot.timeline) {
            expect(source?.line).toBeLessThanOrEqual(count)
            if (at === null) expect(reported).toContain(source?.line)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
