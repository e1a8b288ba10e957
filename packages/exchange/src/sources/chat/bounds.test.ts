import { plainTextOf } from '@kintsugi/model'
import { cpuTime } from '@kintsugi/model/testing'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { detectSource, sources } from '../index.ts'
import { slackPasteSource } from '../slackPaste.ts'

const given = { zone: 'Asia/Tokyo', date: '2026-04-18' }
const pasted = sources.filter(({ format }) =>
  ['slackPaste', 'slackPermalink', 'teamsPaste', 'lineTalk', 'logLines'].includes(format),
)

describe('[EX40] plain text only', () => {
  const read = (text: string) => slackPasteSource.read(text, testContext(given))

  it('HTML and scripts stay the words they are', () => {
    const said = '<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1))'
    const { timeline } = read(`sato [21:54]\n${said}`).snapshot
    expect(timeline.map(({ text }) => text)).toEqual([
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: said }] }] },
    ])
    expect(timeline[0]?.evidence).toEqual([])
  })

  it('control and direction signs and halves of characters are taken out', () => {
    const { timeline } = read('sa\u202eto [21:54]\nred\u0007 \u202ealert\u2066 \ud83d end\u200b').snapshot
    expect(plainTextOf(timeline[0]?.text ?? { type: 'doc', content: [] })).toBe('red alert \ufffd end')
    expect(timeline[0]?.source?.original.isWellFormed()).toBe(true)
  })

  it('a message beyond the limit of a note is cut, and that is told', () => {
    const { snapshot, problems } = read(`sato [21:54]\n${'long words '.repeat(3000)}`)
    expect(JSON.stringify(snapshot.timeline[0]?.text).length).toBeLessThanOrEqual(10_000)
    expect(problems.map(({ code }) => code)).toEqual(['textCut', 'lineCut'])
  })
})

describe('[EX41] hostile text', () => {
  const pieces = [
    'a',
    ' ',
    '[',
    ']',
    '>',
    ':',
    '1:',
    ':a:',
    ':eyes: 1 ',
    '👀 2 ',
    '12:30 ',
    'x [',
    '-',
    'https://',
    '"',
    '\\',
    '午後',
    ', ',
    'https://a.slack.com/archives/',
    '(edited)',
    '[1:26 PM] ',
    '\ud83d',
    '<1>',
    '2026-04-18 12:00:00 ',
    '[18/Apr/2026:',
    '1:26\t',
    '1:26\tmaria\t"',
    'に参加しました',
  ]
  it.each(pieces)('a million times %j, in one line and in many, is read within seconds', (piece) => {
    const line = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const many = `${piece.repeat(18)}\n`.repeat(Math.ceil(1_000_000 / (piece.length * 18)))
    for (const text of [`maria [1:26 PM]\n${line}\nsato [1:27 PM]\n${line}`, many]) {
      for (const source of pasted) {
        const from = cpuTime()
        source.detect(text, '')
        source.read(text, testContext(given))
        expect(cpuTime() - from, source.format).toBeLessThan(10_000)
      }
    }
  })

  it.each([
    ['lineTalk', 'messageEmpty', '10:00\tAl\t[スタンプ]\n'],
    ['logLines', 'timeSkipped', '2026-03-29 02:30:00 x\n'],
  ])('%s: as many problems are told as there are lines', (format, code, line) => {
    const source = sources.find((one) => one.format === format)
    const text = `${line.repeat(130_000)}10:01\tAl\tx`
    const reading = source?.read(text, testContext({ zone: 'Europe/Berlin', date: '2026-04-18' }))
    expect(reading?.problems.filter((problem) => problem.code === code)).toHaveLength(130_000)
  })

  it('more than the limits is refused with the limit', () => {
    const read = (text: string) => slackPasteSource.read(text, testContext(given)).problems
    expect(read('x'.repeat(10_000_001))).toMatchObject([{ code: 'logTooLarge', args: { limit: 10_000_000 } }])
    expect(read('x\n'.repeat(500_001))).toMatchObject([{ code: 'tooManyLines', args: { limit: 500_000 } }])
  })
})

describe('[EX42] fifty thousand messages', () => {
  const two = (n: number): string => String(n).padStart(2, '0')
  const many = Array.from({ length: 50_000 }, (_, i) => {
    const minute = Math.floor(i / 40) % 1440
    return `user${i % 40}\n  ${two(Math.floor(minute / 60))}:${two(minute % 60)}\nthe payment api answers slowly ${i}\n\n\n`
  }).join('')

  it('are read in seconds, all of them, and progress is told', () => {
    const told: number[] = []
    const from = cpuTime()
    const { snapshot, problems } = slackPasteSource.read(many, {
      ...testContext(given),
      onProgress: (done, total) => told.push(done / total),
    })
    expect(cpuTime() - from).toBeLessThan(20_000)
    expect(snapshot.timeline).toHaveLength(50_000)
    expect(problems.map(({ code }) => code)).toContain('moreThanBoard')
    expect(told.length).toBeGreaterThan(100)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('stop where the one who is told throws', () => {
    const stop = new Error('cancelled')
    let calls = 0
    const read = () =>
      slackPasteSource.read(many, {
        ...testContext(given),
        onProgress: () => {
          calls++
          if (calls === 3) throw stop
        },
      })
    expect(read).toThrow(stop)
    expect(calls).toBe(3)
  })
})

describe('[EX43] detection', () => {
  const postmortem = (inside: string): string =>
    `# Postmortem\n\n## Timeline\n\n- 21:47 deploy\n- 21:52 alert\n\n## Log\n\n\`\`\`\n${inside}\n\`\`\`\n`
  it.each([
    'maria [21:52]\nhello\nsato [21:54]\nyes',
    'Maria\n  21:52\nhello\n\nSato\n  21:54\nyes',
    '2026-04-18T12:47:00Z one\n2026-04-18T12:48:00Z two\n2026-04-18T12:49:00Z three',
    'https://x.slack.com/archives/C01/p1581508273080900',
  ])('a postmortem that quotes a chat or a log is Markdown', (inside) => {
    expect(detectSource(postmortem(inside), '')?.format).toBe('markdown')
    expect(detectSource(postmortem(inside), 'pm.md')?.format).toBe('markdown')
  })

  it.each([
    'just words',
    'a: b\nc: d',
    'see you at 10:30',
    'name,time\nsato,2026-04-18 12:00\nmaria,2026-04-18 12:01',
  ])('%j is no chat and no log', (text) => {
    expect(pasted.map((source) => source.detect(text, ''))).toEqual(pasted.map(() => 0))
  })
})
