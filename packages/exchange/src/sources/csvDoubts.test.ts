import { plainTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../testing/context.ts'
import { readCsv } from './csv.ts'
import type { ReadContext } from './source.ts'

const read = (text: string, given: Partial<ReadContext> = {}) =>
  readCsv(text, testContext({ zone: 'Asia/Tokyo', ...given }))
const told = (text: string, given: Partial<ReadContext> = {}) => {
  const { snapshot, problems } = read(text, given)
  return {
    rows: snapshot.timeline.map(({ at, text: words }) => [at, plainTextOf(words)]),
    problems: problems.map(({ line, code }) => `${line} ${code}`),
  }
}

describe('what cannot be read', () => {
  it('[EX49] is kept without an instant, with its line', () => {
    expect(told('time,event\n2026-04-18 21:47,a\nlater,b\n,c\n2026-04-18 99:99,d\n')).toEqual({
      rows: [
        ['2026-04-18T12:47:00Z', 'a'],
        [null, 'd'],
        [null, 'b'],
        [null, 'c'],
      ],
      problems: ['3 timeUnreadable', '4 timeMissing', '5 timeMissing'],
    })
  })

  it('[EX49] ragged rows: surplus cells stay in the words, missing ones are told', () => {
    expect(told('time,who,event\n2026-04-18 21:47,a,one, two, three\n2026-04-18 21:50,b\n')).toEqual({
      rows: [
        ['2026-04-18T12:47:00Z', 'one, two, three'],
        ['2026-04-18T12:50:00Z', ''],
      ],
      problems: ['2 rowRagged', '3 rowRagged', '3 textMissing'],
    })
  })

  it('[EX49] a quote that never closes takes no other row with it', () => {
    const { rows, problems } = told(
      'time,event\n2026-04-18 21:47,"open\n2026-04-18 21:50,b\n2026-04-18 21:55,"c"\n',
    )
    expect(rows).toEqual([
      ['2026-04-18T12:47:00Z', '"open'],
      ['2026-04-18T12:50:00Z', 'b'],
      ['2026-04-18T12:55:00Z', 'c'],
    ])
    expect(problems).toEqual(['2 quoteUnclosed'])
  })

  it('[EX49] without a header the columns are told by what they hold, and that is said', () => {
    const { snapshot, problems, columns } = read(
      'INC-1,2026-04-18 21:47,deployed the setting,https://example.com/1\nINC-1,2026-04-18 21:50,alert fired,https://example.com/2\n',
    )
    expect(columns).toMatchObject({ headers: ['', '', '', ''], mapping: { time: 1, text: 2, evidence: 3 } })
    expect(problems.map(({ code }) => code)).toEqual(['headerMissing', 'columnsUnused'])
    expect(snapshot.timeline).toHaveLength(2)
  })

  it('[EX49] without a column of times the columns are shown for choosing', () => {
    const { snapshot, problems, columns } = read('a,b\n1,2\n3,4\n')
    expect(snapshot.timeline).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['timeColumnMissing'])
    expect(columns?.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('[EX49] two hundred columns: the known ones are read, the others named', () => {
    const names = Array.from({ length: 198 }, (_, i) => `metric ${i}`)
    const { problems, snapshot } = read(
      `time,event,${names.join(',')}\n2026-04-18 21:47,x,${names.map((_, i) => i).join(',')}\n`,
    )
    expect(problems).toEqual([
      {
        code: 'columnsUnused',
        line: null,
        args: { count: 198, names: 'metric 0, metric 1, metric 2, metric 3, metric 4, …' },
      },
    ])
    expect(snapshot.timeline[0]?.source?.original).toContain('197')
  })

  it('[EX50] only http, https and mailto become links; the rest is told and stays in the original', () => {
    const cells = [
      'javascript:alert(1)',
      'data:text/html,<script>',
      'file:///etc/passwd',
      'see #inc-1',
      `https://example.com/${'x'.repeat(2100)}`,
    ]
    const { snapshot, problems } = read(
      `time;event;link\n${cells.map((cell) => `2026-04-18 21:47;x;${cell}`).join('\n')}\n`,
    )
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(
      cells.map((_, i) => `${i + 2} linkRefused`),
    )
    for (const entry of snapshot.timeline) expect(entry.evidence).toEqual([])
    const originals = snapshot.timeline.map(({ source }) => source?.original)
    for (const cell of cells) expect(originals).toContain(`2026-04-18 21:47;x;${cell}`)
  })

  it('[EX50] links in Markdown and behind words keep their words', () => {
    const { snapshot } = read(
      'time;event;link\n2026-04-18 21:47;x;[Deploy](https://example.com/1)\n2026-04-18 21:48;y;Log: https://example.com/2\n',
    )
    expect(
      snapshot.timeline.flatMap(({ evidence }) => evidence.map(({ url, label }) => [url, label])),
    ).toEqual([
      ['https://example.com/1', 'Deploy'],
      ['https://example.com/2', 'Log'],
    ])
  })

  it('[EX51] words that no kind, milestone or certainty has are told, and a milestone is set once', () => {
    const text =
      'time,event,kind,milestone,certainty\n2026-04-18 21:47,x,dance,sunrise,dunno\n2026-04-18 21:48,y,Alert,Detected,Fact\n2026-04-18 21:49,z,Alert,Detected,Fact\n'
    const { snapshot, problems } = read(text)
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 milestoneUnknown',
      '2 kindUnknown',
      '2 certaintyUnknown',
      '4 milestoneTwice',
    ])
    expect(snapshot.timeline.map(({ milestone }) => milestone?.name ?? null)).toEqual([
      null,
      'detected',
      null,
    ])
  })
})
