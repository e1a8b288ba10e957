import { plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { slackPasteSource } from '../slackPaste.ts'
import type { ReadContext, Reading } from '../source.ts'
import { teamsPasteSource } from '../teamsPaste.ts'
import { readChatTime } from './time.ts'

const tokyo = { zone: 'Asia/Tokyo', date: '2026-04-18' }
const slack = (text: string, given: Partial<ReadContext> = tokyo): Reading =>
  slackPasteSource.read(text, testContext(given))
const teams = (text: string, given: Partial<ReadContext> = tokyo): Reading =>
  teamsPasteSource.read(text, testContext(given))
const words = ({ text }: TimelineEntry): string => plainTextOf(text).replace(/\s+/g, ' ')
const told = ({ snapshot, speakerOf }: Reading): string[] =>
  snapshot.timeline.map((entry) => `${entry.at} ${speakerOf?.[entry.id]}: ${words(entry)}`)
const times = ({ snapshot }: Reading) => snapshot.timeline.map(({ at }) => at)
const codes = ({ problems }: Reading): string[] => problems.map(({ code }) => code)
const one = (said: string, name = 'sato'): string => `${name} [21:54]\n${said}`

describe('days', () => {
  it('[EX32] a clock that goes back a long way is past midnight, a little way is disorder and told', () => {
    const { problems, ...read } = slack('a b [23:58]\none\nc [0:04]\ntwo\nd [0:02]\nthree')
    expect(read.snapshot.timeline.map(({ at }) => at)).toEqual([
      '2026-04-18T14:58:00Z',
      '2026-04-18T15:02:00Z',
      '2026-04-18T15:04:00Z',
    ])
    expect(problems).toEqual([{ code: 'outOfOrder', line: 5, args: { text: '0:02', previousLine: 3 } }])
    expect(codes(slack('a b [17:00]\none\nc [9:30]\ntwo'))).toEqual(['rolledOver'])
  })

  it('[EX32] a bare time after AM or PM is the next one of that clock', () => {
    const read = slack('Maria\n  11:58 AM\none\n12:04\ntwo\n11:59\nthree\n12:01\nfour')
    expect(times(read)).toEqual([
      '2026-04-18T02:58:00Z',
      '2026-04-18T03:04:00Z',
      '2026-04-18T14:59:00Z',
      '2026-04-18T15:01:00Z',
    ])
  })

  it('[EX32] yesterday, weekdays and 昨日 count from the day given, and that is told once each', () => {
    const read = slack('a b [Yesterday at 1:26 PM]\none\nc [昨日 13:30]\ntwo\nd [Monday at 9:00 AM]\nthree')
    expect(times(read)).toEqual(['2026-04-13T00:00:00Z', '2026-04-17T04:26:00Z', '2026-04-17T04:30:00Z'])
    expect(read.problems.map(({ line, code, args }) => [line, code, args.day])).toEqual([
      [1, 'dayRelative', '2026-04-17'],
      [5, 'dayRelative', '2026-04-13'],
    ])
  })

  it('[EX32] without a day entries have no time, stay, and one problem says so; a file name may tell it', () => {
    const text = 'a b [13:26]\none\nc [13:27]\ntwo'
    const read = slack(text, { zone: 'Asia/Tokyo' })
    expect(times(read)).toEqual([null, null])
    expect(read.problems).toEqual([{ code: 'chatDayNeeded', line: 1, args: { count: 2 } }])
    const named = slack(text, { zone: 'Asia/Tokyo', fileName: 'inc-2026-04-18.txt' })
    expect(times(named)).toEqual(['2026-04-18T04:26:00Z', '2026-04-18T04:27:00Z'])
    expect(codes(named)).toEqual(['dateAssumed'])
  })

  it('[EX32] the first message that says its day gives it to those before', () => {
    const read = slack('a b [23:50]\none\nc [0:10]\ntwo\nd [2026年4月19日 0:20]\nthree', {
      zone: 'Asia/Tokyo',
    })
    expect(times(read)).toEqual(['2026-04-18T14:50:00Z', '2026-04-18T15:10:00Z', '2026-04-18T15:20:00Z'])
    expect(codes(read)).toEqual(['dateAssumed'])
  })

  it('[EX32] without a zone times are UTC and that is told; an unknown zone or day is told', () => {
    expect(codes(slack(one('x'), { date: '2026-04-18' }))).toEqual(['zoneAssumed'])
    expect(codes(slack(one('x'), { zone: 'Mars', date: '2026-02-30' }))).toEqual(
      ['zoneUnknown', 'dateUnknown', 'zoneAssumed', 'chatDayNeeded'].toSorted(
        (a, b) => Number(a === 'chatDayNeeded') - Number(b === 'chatDayNeeded'),
      ),
    )
  })

  it('[EX32] a time that the clocks skip or show twice is approximate and told', () => {
    const read = slack('a b [2:30 AM]\none\nc [3:30 AM]\ntwo', {
      zone: 'America/New_York',
      date: '2026-03-08',
    })
    expect(read.snapshot.timeline.map(({ approx }) => approx)).toContain(true)
    expect(codes(read)).toContain('timeSkipped')
  })
})

describe('layouts', () => {
  const expected = [
    '2026-04-18T04:26:00Z 佐藤: 問い合わせが増えています',
    '2026-04-18T04:28:00Z Maria Garcia: looking at the database',
    '2026-04-18T04:31:00Z 佐藤: 了解です',
  ]
  const said = ['問い合わせが増えています', 'looking at the database', '了解です'] as const
  const layouts: [string, string][] = [
    ['brackets', `佐藤 [13:26]\n${said[0]}\nMaria Garcia [13:28]\n${said[1]}\n佐藤 [13:31]\n${said[2]}`],
    [
      'brackets in 12 hours',
      `佐藤 [1:26 PM]\n${said[0]}\nMaria Garcia [1:28 PM]\n${said[1]}\n佐藤 [1:31 p.m.]\n${said[2]}`,
    ],
    [
      'brackets, 午後',
      `佐藤 [午後1:26]\n${said[0]}\nMaria Garcia [午後 1:28]\n${said[1]}\n佐藤 [午後1時31分]\n${said[2]}`,
    ],
    [
      'two lines, indented',
      `佐藤\n  13:26\n${said[0]}\n\n\nMaria Garcia\n  13:28\n${said[1]}\n\n\n佐藤\n  13:31\n${said[2]}`,
    ],
    [
      'two lines, not indented',
      `佐藤\n13:26\n${said[0]}\n\nMaria Garcia\n13:28\n${said[1]}\n\n佐藤\n13:31\n${said[2]}`,
    ],
    [
      'two lines, no blank lines',
      `佐藤\n1:26 PM\n${said[0]}\nMaria Garcia\n1:28 PM\n${said[1]}\n佐藤\n1:31 PM\n${said[2]}`,
    ],
    ['one line', `佐藤  13:26\n${said[0]}\n\nMaria Garcia  13:28\n${said[1]}\n\n佐藤  13:31\n${said[2]}`],
    [
      'one line, hard blanks',
      `佐藤\u00a0\u00a01:26\u202fPM\n${said[0]}\nMaria Garcia\u00a0 1:28\u202fPM\n${said[1]}\n佐藤 \u00a01:31\u202fPM\n${said[2]}`,
    ],
    [
      'trailing blanks',
      `佐藤 [13:26]  \n  ${said[0]}  \n\nMaria Garcia [13:28]\u00a0\n${said[1]}\t\n佐藤 [13:31] \n${said[2]}`,
    ],
    [
      'full width',
      `佐藤 [１３：２６]\n${said[0]}\nMaria Garcia [１３：２８]\n${said[1]}\n佐藤 [１３：３１]\n${said[2]}`,
    ],
    [
      'avatars and links',
      `![](https://ca.slack-edge.com/T1-U1)\n佐藤 [13:26]\n${said[0]}\n![](https://ca.slack-edge.com/T1-U2)\nMaria Garcia [13:28]\n${said[1]}\n佐藤 [13:31]\n${said[2]}`,
    ],
    [
      'Windows line ends',
      `佐藤 [13:26]\r\n${said[0]}\r\nMaria Garcia [13:28]\r\n${said[1]}\r\n佐藤 [13:31]\r\n${said[2]}`,
    ],
  ]
  it.each(layouts)('[EX33] Slack: %s', (_, text) => {
    expect(told(slack(text))).toEqual(expected)
  })

  it.each([
    [
      'before, two lines',
      `[13:26] 佐藤\n${said[0]}\n[13:28] Maria Garcia\n${said[1]}\n[13:31] 佐藤\n${said[2]}`,
    ],
    [
      'before, one line',
      `[午後 1:26] 佐藤: ${said[0]}\n[1:28 PM] Maria Garcia: ${said[1]}\n[1:31 PM] 佐藤：${said[2]}`,
    ],
    ['narrow', `佐藤 13:26\n${said[0]}\n\nMaria Garcia 13:28\n${said[1]}\n\n佐藤 13:31\n${said[2]}`],
    [
      'comma',
      `佐藤, 2026/04/18 13:26\n${said[0]}\n\nMaria Garcia, 2026/04/18 13:28\n${said[1]}\n\n佐藤, 2026/04/18 13:31\n${said[2]}`,
    ],
  ])('[EX33] Teams: %s', (_, text) => {
    expect(told(teams(text))).toEqual(expected)
  })

  it('[EX33] every layout of a message has the same external id', () => {
    const ids = layouts.map(([, text]) =>
      slack(text).snapshot.timeline.map(({ source }) => source?.externalId),
    )
    expect(new Set(ids.map((list) => list.join())).size).toBe(1)
  })

  it('[EX34] times in what people write begin no message', () => {
    const said = [
      '21:47 に反映したので 21:52 のアラートと合います',
      'next update at 22:30',
      '次回の更新は 22:30',
      'see [21:47] in the log',
      '> 21:50',
      'from 21:47 to 22:45',
    ].join('\n')
    const read = slack(`Maria\n  21:54\n${said}\n\n次の更新 22:45\nまで待ちます\n\n佐藤\n  21:58\nはい`)
    expect(told(read)).toHaveLength(2)
    expect(read.snapshot.timeline.map(({ at }) => at)).toEqual([
      '2026-04-18T12:54:00Z',
      '2026-04-18T12:58:00Z',
    ])
  })
})

describe('times as chats show them', () => {
  it.each([
    ['Wednesday at 8:19 PM', 20 * 60 + 19],
    ['Feb 25th at 4:33 PM', 16 * 60 + 33],
    ['2月25日 13:26', 13 * 60 + 26],
    ['2月25日（水） 13:26', 13 * 60 + 26],
    ['昨日の 13:26', 13 * 60 + 26],
    ['火曜日の午後 1:26', 13 * 60 + 26],
    ['4/18 2:03 PM', 14 * 60 + 3],
    ['10:42 • 13/08/2024', 10 * 60 + 42],
    ['Yesterday 12:03 AM', 3],
  ])('[EX33] %s', (text, minute) => {
    const clock = readChatTime(text)?.clock
    expect(clock && clock.hour * 60 + clock.minute).toBe(minute)
  })

  it.each(['1234', '2026', 'May', '25:30', '13:26 のアラート', 'at 13:26 we saw it', '', '10:00-11:00'])(
    '[EX34] “%s” is no time of a message',
    (text) => {
      expect(readChatTime(text)).toBeNull()
    },
  )
})

describe('badges', () => {
  it('[EX32] a badge that shares its line with the time is neither a name nor part of the message before', () => {
    const read = slack(
      'Mika Tanaka\n  10:31 AM\nBack to normal.\nDeploy Bot\nAPP  10:33 AM\nDeployed v2.13.9\n佐藤\nアプリ 10:34 AM\n通知',
    )
    expect(told(read)).toEqual([
      '2026-04-18T01:31:00Z Mika Tanaka: Back to normal.',
      '2026-04-18T01:33:00Z Deploy Bot: Deployed v2.13.9',
      '2026-04-18T01:34:00Z 佐藤: 通知',
    ])
  })
})
