import { plainTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { readMarkdown } from '../markdown.ts'
import type { ReadContext } from '../source.ts'

const read = (text: string, given: Partial<ReadContext> = {}) => readMarkdown(text, testContext(given))
const bullets = (...rows: string[]): string =>
  `# 2024-05-01\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`
const instants = (text: string, given: Partial<ReadContext> = {}): (string | null)[] =>
  read(text, given)
    .snapshot.timeline.toSorted((a, b) => (a.source?.line ?? 0) - (b.source?.line ?? 0))
    .map(({ at }) => at)
const codes = (text: string, given: Partial<ReadContext> = {}): string[] =>
  read(text, given).problems.map(({ code }) => code)

describe('zones', () => {
  const table = (header: string, cell: string, statement = ''): string =>
    `# 2024-05-01\n\n## Timeline\n\n${statement}\n\n| ${header} | Event |\n|---|---|\n| ${cell} | x |\n`

  it.each([
    ['given', table('Time', '10:00'), '2024-05-01T01:00:00Z'],
    ['document over given', table('Time', '10:00', 'All times in CEST.'), '2024-05-01T08:00:00Z'],
    [
      'section over document',
      table('Time', '10:00', 'All times in CEST.').replace('## Timeline', '## Timeline (PDT)'),
      '2024-05-01T17:00:00Z',
    ],
    [
      'column over section',
      table('Time (UTC)', '10:00').replace('## Timeline', '## Timeline (PDT)'),
      '2024-05-01T10:00:00Z',
    ],
    ['row over column', table('Time (UTC)', '10:00 EDT'), '2024-05-01T14:00:00Z'],
    ['offset over name', table('Time', '10:00', 'All times in BST (UTC+2)'), '2024-05-01T08:00:00Z'],
    ['offset in the row', table('Time (UTC)', '2024-05-01T10:00:00-05:00'), '2024-05-01T15:00:00Z'],
    ['Japanese words', table('時刻', '10:00', '時刻はすべて日本時間です。'), '2024-05-01T01:00:00Z'],
    ['a pair names the place', table('Time (PST/PDT)', '10:00'), '2024-05-01T17:00:00Z'],
    ['a second clock beside it', table('Time', '10:00 (UTC 05:00)'), '2024-05-01T05:00:00Z'],
  ])('[EX6] %s', (_, text, at) => {
    expect(instants(text, { zone: 'Asia/Tokyo' })).toEqual([at])
  })

  it('[EX7] reads times without any zone as UTC and says so', () => {
    expect(instants(bullets('10:00 a'))).toEqual(['2024-05-01T10:00:00Z'])
    expect(codes(bullets('10:00 a'))).toContain('zoneAssumed')
    expect(codes(bullets('10:00 a'), { zone: 'Asia/Tokyo' })).not.toContain('zoneAssumed')
  })

  it('[EX7] refuses a zone that is none', () => {
    expect(codes(bullets('10:00 a'), { zone: 'Mars/Base' })).toContain('zoneUnknown')
    expect(codes(bullets('10:00 a'), { date: '2024-02-31' })).toContain('dateUnknown')
  })

  it('[EX8] takes CST for the given clock where it is one of its meanings', () => {
    expect(instants(bullets('10:00 CST a'), { zone: 'Asia/Shanghai' })).toEqual(['2024-05-01T02:00:00Z'])
    expect(instants(bullets('10:00 CST a'), { zone: 'Europe/Paris' })).toEqual([null])
    expect(codes(bullets('10:00 CST a'))).toContain('zoneAmbiguous')
  })
})

describe('days', () => {
  it.each([
    [
      ['23:50 a', '00:10 b', '02:00 c'],
      ['2024-05-01T23:50:00Z', '2024-05-02T00:10:00Z', '2024-05-02T02:00:00Z'],
      null,
    ],
    [
      ['10:05 a', '10:02 b', '10:10 c'],
      ['2024-05-01T10:05:00Z', '2024-05-01T10:02:00Z', '2024-05-01T10:10:00Z'],
      'outOfOrder',
    ],
    [['17:50 a', '09:00 b'], ['2024-05-01T17:50:00Z', '2024-05-02T09:00:00Z'], 'rolledOver'],
    [['17:50 a', '14:40 b'], ['2024-05-01T17:50:00Z', null], 'dayDoubtful'],
    [['11:50 a', '12:30 b', '1:10 c'], ['2024-05-01T11:50:00Z', '2024-05-01T12:30:00Z', null], 'dayDoubtful'],
    [['1:00 PM a', '1:15 b'], ['2024-05-01T13:00:00Z', null], 'meridiemNeeded'],
    [
      ['12:00 a', '11:30 b', '09:00 c', '05:00 d'],
      ['2024-05-01T12:00:00Z', '2024-05-01T11:30:00Z', '2024-05-01T09:00:00Z', '2024-05-01T05:00:00Z'],
      null,
    ],
    [['24:00 a', '25:30 b'], ['2024-05-02T00:00:00Z', null], 'timeUnreadable'],
    [['2024-05-02 10:00 a', '03:00 b'], ['2024-05-02T10:00:00Z', '2024-05-03T03:00:00Z'], 'rolledOver'],
  ] as [string[], (string | null)[], string | null][])('[EX9] %j', (rows, expected, code) => {
    expect(instants(bullets(...rows), { zone: 'UTC' })).toEqual(expected)
    const told = codes(bullets(...rows), { zone: 'UTC' }).filter((one) => one !== 'dateAssumed')
    expect(told).toEqual(code === null ? [] : [code])
  })

  it('[EX9] takes the day from the title, else from what is given, else has none', () => {
    const untitled = '## Timeline\n\n- 10:00 a\n'
    expect(instants(untitled, { date: '2024-01-02' })).toEqual(['2024-01-02T10:00:00Z'])
    expect(instants(bullets('10:00 a'), { date: '2024-01-02' })).toEqual(['2024-05-01T10:00:00Z'])
    expect(instants(untitled)).toEqual([null])
    expect(read(untitled).problems).toContainEqual({ code: 'dateNeeded', line: 3, args: { text: '10:00' } })
    expect(instants(untitled, { fileName: '2024-03-04-outage.md' })).toEqual(['2024-03-04T10:00:00Z'])
  })

  it('[EX9] knows no day after a heading whose day cannot be read', () => {
    const text = '# 2024-05-01\n\n## Timeline\n\n### 2024-05-01\n\n- 10:00 a\n\n### 2024-05-0?\n\n- 11:00 b\n'
    expect(instants(text)).toEqual(['2024-05-01T10:00:00Z', null])
  })

  it('[EX10] corrects a mistyped year beside a neighbour only', () => {
    const beside = bullets('2020-02-03 10:00 a', '20202-02-03 10:05 b').replace('# 2024-05-01', '# x')
    expect(instants(beside)).toEqual(['2020-02-03T10:00:00Z', '2020-02-03T10:05:00Z'])
    expect(read(beside).problems).toContainEqual({
      code: 'dateCorrected',
      line: 6,
      args: { text: '20202-02-03 10:05', written: '20202-02-03', read: '2020-02-03' },
    })
    const alone = bullets('20202-02-03 10:05 b').replace('# 2024-05-01', '# x')
    expect(instants(alone)).toEqual([null])
    expect(codes(alone)).toContain('dateUnreadable')
  })

  it('[EX10] learns the order of numbers from a date that leaves no choice', () => {
    const rows = ['13/05/2024 10:00 a', '04/06/2024 10:00 b'].map((row) => `- ${row}`).join('\n')
    expect(instants(`# x\n\n## Timeline\n\n${rows}\n`)).toEqual([
      '2024-05-13T10:00:00Z',
      '2024-06-04T10:00:00Z',
    ])
  })

  it('[EX11] marks a skipped and a repeated local time as approximate', () => {
    const { snapshot, problems } = read(
      bullets('2026-03-29 02:30 a', '2026-10-25 02:30 b').replace('2024-05-01', 'x'),
      {
        zone: 'Europe/Berlin',
      },
    )
    expect(snapshot.timeline.map(({ at, approx }) => [at, approx])).toEqual([
      ['2026-03-29T01:30:00Z', true],
      ['2026-10-25T00:30:00Z', true],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['timeSkipped', 'timeTwice'])
  })
})

describe('what is a row', () => {
  it.each([
    ['prose', '## Timeline\n\nAt 10:05 we saw it, and by 10:10 it was over.\n'],
    ['code', '## Timeline\n\n```\n10:00 a\n10:01 b\n```\n'],
    [
      'a table of facts',
      '| Field | Value |\n|---|---|\n| Start | 2024-05-01 10:00 |\n| End | 2024-05-01 11:00 |\n',
    ],
    ['actions', '## Action items\n\n- 2024-05-01 10:00 do this\n- 2024-05-02 10:00 do that\n'],
    ['lessons', '## Lessons learned\n\n- 10:00 is too early\n- 11:00 is fine\n'],
    ['numbers', '## Timeline\n\n- 10/12 pods down\n- 404 errors\n- 2 people joined\n- 1:1 with Kim\n'],
  ])('[EX12] %s are none', (_, text) => {
    expect(read(`# 2024-05-01\n\n${text}`).snapshot.timeline).toEqual([])
  })

  it('[EX12] a time inside the words of a row stays there', () => {
    const { snapshot } = read(bullets('10:00 4/5 nodes failed since 09:30', '10:01 May 3 backup restored'))
    expect(snapshot.timeline.map(({ text }) => plainTextOf(text))).toEqual([
      '4/5 nodes failed since 09:30',
      'May 3 backup restored',
    ])
  })

  it.each([
    ['詳細（https://example.com/a）を参照', ['https://example.com/a']],
    [
      'https://example.com/b。次に「https://example.com/c」、',
      ['https://example.com/b', 'https://example.com/c'],
    ],
    ['https://ja.wikipedia.org/wiki/佐々木 の記事', ['https://ja.wikipedia.org/wiki/佐々木']],
    [
      'https://example.com/gを参照、https://ja.wikipedia.org/wiki/引き金 も',
      ['https://example.com/g', 'https://ja.wikipedia.org/wiki/引き金'],
    ],
    ['=HYPERLINK("https://example.com/d","開く")', ['https://example.com/d']],
    ['<https://example.com/e?q=「x」>', ['https://example.com/e?q=「x」']],
    [
      '[記録](https://example.com/f)、https://example.com/g',
      ['https://example.com/f', 'https://example.com/g'],
    ],
    ['https://example.com/h?a=1&b=(2), then', ['https://example.com/h?a=1&b=(2)']],
  ])('[EX67] finds the addresses in %s', (words, urls) => {
    const [entry] = read(bullets(`10:00 ${words}`)).snapshot.timeline
    expect(entry?.evidence.map(({ url }) => decodeURI(url)).toSorted()).toEqual(urls)
    expect(plainTextOf(entry?.text ?? { type: 'doc', content: [] })).toBe(
      words.replace(/^\[(.+?)\]\(.*?\)/, '$1').replace(/^<(.*)>$/, '$1'),
    )
  })

  it('[EX5] keeps the words of a row it cannot place', () => {
    const { snapshot, problems } = read(
      '## Timeline\n\n| Time | Event |\n|---|---|\n| 2024-05-01 10:00 | a |\n| soon | b |\n',
    )
    expect(snapshot.timeline.map(({ at, text }) => [at, plainTextOf(text)])).toEqual([
      ['2024-05-01T10:00:00Z', 'a'],
      [null, 'b'],
    ])
    expect(problems).toContainEqual({ code: 'timeUnreadable', line: 6, args: { text: 'soon' } })
  })
})

describe('milestones', () => {
  it('[EX13] suggests each once, never on a row without an instant', () => {
    const { snapshot } = read(
      bullets(
        '10:00 Alert fired',
        '10:05 Second alert fired',
        '[???] Incident declared',
        '11:00 Incident resolved',
        '12:00 Incident closed',
      ),
    )
    const marked = snapshot.timeline.flatMap(({ at, milestone }) =>
      milestone ? [[at, milestone.name, milestone.suggested]] : [],
    )
    expect(marked).toEqual([
      ['2024-05-01T10:00:00Z', 'detected', true],
      ['2024-05-01T12:00:00Z', 'resolved', true],
    ])
  })
})

describe('causes and actions', () => {
  it('[EX14] links a chain of whys and nothing else', () => {
    const { snapshot } = read(
      '## 5 Whys\n\n1. Why did it fail? A.\n2. Why A? B.\n\n## Contributing factors\n\n- one\n- two\n\n## Root cause\n\nThe timeout was missing.\n',
    )
    expect(snapshot.causes.map(({ kind }) => kind)).toEqual([
      'condition',
      'condition',
      'contributing',
      'contributing',
      'root',
    ])
    const [first, second] = snapshot.causes
    expect(snapshot.links).toEqual([{ kind: 'because', from: first?.id, to: second?.id }])
  })

  it('[EX15] sets an aim only where exactly one is named', () => {
    const { snapshot } = read(
      '## Action items\n\n### Prevention\n\n- a\n\n### Detect and recover\n\n- b\n\n### Process\n\n- detect leaks\n\n### 緩和\n\n- d\n',
    )
    expect(snapshot.actions.map(({ aim }) => aim)).toEqual(['prevent', null, null, 'limit'])
  })
})
