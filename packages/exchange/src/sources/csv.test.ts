import { plainTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../testing/context.ts'
import { sourceContract } from './contract.ts'
import { csvSource, readCsv } from './csv.ts'
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

const japanese = `日時,種別,出来事,担当,節目,確度,系統,根拠
2026/04/18 21:47,変更,"設定を反映
（段階なし）",配信,影響開始,事実,決済,https://example.com/1842
2026/04/18 21:52:10,アラート,成功率 80% 未満,,検知,事実,決済,https://example.com/m https://example.com/l
2026/04/18 22:45,対応,差し戻し完了,当番,緩和,推測,決済,
`
const english = `Timestamp (UTC)\tType\tEvent\tWho\tLink
2026-04-18 12:47\tChange\tSetting rolled out\tPipeline\thttps://example.com/1
2026-04-18 12:52:10\tAlert\tSaid "80%"\t\t
`

describe('[EX21] csv', () => {
  const zone = { zone: 'Asia/Tokyo' }
  const deploy = { line: 2, at: '2026-04-18T12:47:00Z' }
  const of = (fileName: string) => ({
    fileName,
    text: japanese,
    context: zone,
    expected: {
      entries: [
        { ...deploy, starts: '設定を反映', actor: '配信', kind: 'change' as const },
        { line: 4, at: '2026-04-18T12:52:10Z', starts: '成功率 80% 未満' },
        { line: 5, at: '2026-04-18T13:45:00Z', starts: '差し戻し完了', actor: '当番' },
      ],
      problems: [],
    },
    again: {
      text: japanese.replace(
        '2026/04/18 22:45',
        '2026/04/18 22:40,対応,手順を確認,当番,,事実,決済,\n2026/04/18 22:45',
      ),
      fresh: ['手順を確認'],
    },
  })
  sourceContract(csvSource, [
    of('timeline.csv'),
    of(''),
    {
      fileName: '',
      text: english,
      expected: {
        entries: [
          { ...deploy, starts: 'Setting rolled out', actor: 'Pipeline' },
          { line: 3, at: '2026-04-18T12:52:10Z', starts: 'Said "80%"' },
        ],
        problems: [],
      },
    },
    {
      fileName: 'unnamed.tsv',
      text: '2026-04-18 12:47\tx\n2026-04-18 12:48\ty\n',
      expected: {
        entries: [
          { line: 1, at: '2026-04-18T12:47:00Z', starts: 'x' },
          { line: 2, at: '2026-04-18T12:48:00Z', starts: 'y' },
        ],
        problems: [
          [null, 'headerMissing'],
          [null, 'zoneAssumed'],
        ],
      },
    },
    {
      fileName: '',
      text: '日付;時刻;内容\n2026/04/18;21:47;反映\n2026/04/18;21:50;確認\n',
      context: zone,
      expected: {
        entries: [
          { ...deploy, starts: '反映' },
          { line: 3, at: '2026-04-18T12:50:00Z', starts: '確認' },
        ],
        problems: [],
      },
    },
  ])
})

describe('records', () => {
  it.each([
    ['commas', ',', ','],
    ['tabs', '\t', '\t'],
    ['semicolons', ';', ';'],
    ['bars', '|', '|'],
  ])('[EX46] cells between %s, with quotes, quoted line ends and signs inside', (_, sign) => {
    const cell = `"a ""quoted"" word${sign} and\nits second line"`
    const text = `time${sign}event\r\n2026-04-18 21:47${sign}${cell}\r\n2026-04-18 21:50${sign}b\r\n`
    const { snapshot, problems } = read(text)
    expect(problems).toEqual([])
    expect(snapshot.timeline.map(({ source }) => source?.line)).toEqual([2, 4])
    expect(plainTextOf(snapshot.timeline[0]?.text ?? { type: 'doc', content: [] })).toBe(
      `a "quoted" word${sign} and\nits second line`,
    )
    expect(snapshot.timeline[0]?.source?.original).toBe(`2026-04-18 21:47${sign}${cell}`)
  })

  it('[EX46] follows `sep=;`, and leaves the line numbers as they are', () => {
    const { snapshot } = read('sep=;\ntime;event\n2026-04-18 21:47;a, b, c\n')
    expect(snapshot.timeline.map(({ source }) => source?.line)).toEqual([3])
  })
})

describe('columns', () => {
  it('[EX47] are known by their Japanese names', () => {
    const { snapshot, columns, problems } = read(japanese)
    expect(problems).toEqual([])
    expect(columns?.mapping).toEqual({
      time: 0,
      kind: 1,
      text: 2,
      actor: 3,
      milestone: 4,
      certainty: 5,
      track: 6,
      evidence: 7,
    })
    const [deploy, alert, rollback] = snapshot.timeline
    expect(deploy).toMatchObject({
      at: '2026-04-18T12:47:00Z',
      kind: 'change',
      actor: '配信',
      track: '決済',
      milestone: { name: 'impactStart', suggested: false },
      evidence: [{ url: 'https://example.com/1842', label: '' }],
    })
    expect(alert).toMatchObject({
      at: '2026-04-18T12:52:10Z',
      kind: 'alert',
      milestone: { name: 'detected' },
    })
    expect(alert?.evidence.map(({ url }) => url)).toEqual(['https://example.com/m', 'https://example.com/l'])
    expect(rollback).toMatchObject({
      kind: 'action',
      certainty: 'inference',
      milestone: { name: 'mitigated' },
    })
  })

  it('[EX47] are known by their English names, with the zone that a name holds', () => {
    const { snapshot, columns } = read(english)
    expect(columns).toEqual({
      headers: ['Timestamp (UTC)', 'Type', 'Event', 'Who', 'Link'],
      mapping: { time: 0, kind: 1, text: 2, actor: 3, evidence: 4 },
      rows: [
        ['2026-04-18 12:47', 'Change', 'Setting rolled out', 'Pipeline', 'https://example.com/1'],
        ['2026-04-18 12:52:10', 'Alert', 'Said "80%"', '', ''],
      ],
    })
    expect(snapshot.timeline.map(({ at }) => at)).toEqual(['2026-04-18T12:47:00Z', '2026-04-18T12:52:10Z'])
  })

  it('[EX47] date, time and end stand apart', () => {
    const { snapshot, problems } = read(
      '日付,開始時刻,終了時刻,内容\n2026/4/18,21:58,22:10,調査\n2026/4/18,23:50,0:10,監視\n,0:30,,復旧\n',
    )
    expect(problems).toEqual([])
    expect(snapshot.timeline.map(({ at, until }) => [at, until])).toEqual([
      ['2026-04-18T12:58:00Z', '2026-04-18T13:10:00Z'],
      ['2026-04-18T14:50:00Z', '2026-04-18T15:10:00Z'],
      ['2026-04-18T15:30:00Z', null],
    ])
  })

  it('[EX47] follow a mapping from outside, whatever their names say', () => {
    const text = 'started,closed,note,other\n2026-04-18 10:00,2026-04-18 11:00,first,second\n'
    const { snapshot, columns } = read(text, { mapping: { time: 1, text: 3 } })
    expect(columns?.mapping).toEqual({ time: 1, text: 3 })
    expect(snapshot.timeline.map(({ at, text: words }) => [at, plainTextOf(words)])).toEqual([
      ['2026-04-18T02:00:00Z', 'second'],
    ])
    expect(read(text, { mapping: { text: 99, time: 0 } }).columns?.mapping).toEqual({ time: 0 })
  })

  it('[EX47] the zone and the day above the table hold for it, and the lines there are shown', () => {
    const text =
      '障害対応の記録 2026年4月18日（時刻は JST）,,\n\n時刻,内容,担当\n21:47,反映,配信\n翌 0:10,平常,\n'
    const { snapshot, problems } = read(text, { zone: 'UTC' })
    expect(snapshot.timeline.map(({ at }) => at)).toEqual(['2026-04-18T12:47:00Z', '2026-04-18T15:10:00Z'])
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['1 aboveHeader', '1 dateAssumed'])
  })
})

describe('times', () => {
  it.each([
    ['2026-04-18T21:47:44+09:00', '2026-04-18T12:47:44Z'],
    ['2026-04-18T12:47:44.250Z', '2026-04-18T12:47:44.250Z'],
    ['2026-04-18 21:47', '2026-04-18T12:47:00Z'],
    ['2026/04/18 21:47', '2026-04-18T12:47:00Z'],
    ['2026/4/18 21:47:44', '2026-04-18T12:47:44Z'],
    ['4/18/2026 9:47 PM', '2026-04-18T12:47:00Z'],
    ['2026.4.18 21:47', '2026-04-18T12:47:00Z'],
    ['18.04.2026 21:47', '2026-04-18T12:47:00Z'],
    ['Apr 18, 2026, 9:47:44 PM', '2026-04-18T12:47:44Z'],
    ['Sat, 18 Apr 2026 21:47:00 +0900', '2026-04-18T12:47:00Z'],
    ['2026年4月18日 21時47分', '2026-04-18T12:47:00Z'],
    ['２０２６年４月１８日（土）２１時４７分', '2026-04-18T12:47:00Z'],
    ['令和8年4月18日 21:47', '2026-04-18T12:47:00Z'],
    ['2026-04-18 12:47:44.5+00', '2026-04-18T12:47:44.500Z'],
    ['20260418214744', '2026-04-18T12:47:44Z'],
    ['46130.9076388889', '2026-04-18T12:47:00Z'],
    ['46130,9', '2026-04-18T12:36:00Z'],
    ['1776516464', '2026-04-18T12:47:44Z'],
    ['1776516464.123456', '2026-04-18T12:47:44.123Z'],
    ['1776516464123', '2026-04-18T12:47:44.123Z'],
    ['1776516464123456', '2026-04-18T12:47:44.123Z'],
  ])('[EX48] %s', (written, at) => {
    const { rows, problems } = told(`time;event\n${written};x\n`)
    expect(rows).toEqual([[at, 'x']])
    expect(problems).toEqual([])
  })

  it('[EX48] a spreadsheet’s day and share of a day in two columns', () => {
    expect(
      told('日付,時刻,内容\n46130,0.907638888888889,反映\n2026/04/18 0:00:00,1899/12/30 21:50,確認\n'),
    ).toEqual({
      rows: [
        ['2026-04-18T12:47:00Z', '反映'],
        ['2026-04-18T12:50:00Z', '確認'],
      ],
      problems: [],
    })
  })

  it('[EX48] times counted since 1970 are shown in the zone given', () => {
    expect(read('ts,event\n1776516464,x\n').snapshot.incident.timeZone).toBe('Asia/Tokyo')
  })

  it('[EX48] a date that can be two days is not guessed, unless the day is given', () => {
    const text = 'time,event\n4/5/2026 21:47,x\n4/5/2026 21:50,y\n'
    expect(told(text).problems).toEqual(['2 dateAmbiguous', '3 dateAmbiguous'])
    expect(told(text, { date: '2026-04-05' }).rows[0]?.[0]).toBe('2026-04-05T12:47:00Z')
  })
})

it('[EX17] the same rows in another order, or with another column beside them, have the same ids', () => {
  const ids = (text: string) => read(text).snapshot.timeline.map(({ source }) => source?.externalId)
  const one = ids('time,event\n2026-04-18 21:47,a\n2026-04-18 21:50,b\n2026-04-18 21:50,b\n')
  expect(new Set(one).size).toBe(3)
  expect(ids('who,event,time\nx,b,2026/4/18 21:50\n,a,2026/4/18 21:47\n,b,2026/4/18 21:50\n')).toEqual(one)
})
