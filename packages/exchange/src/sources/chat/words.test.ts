import { plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { slackPasteSource } from '../slackPaste.ts'
import { slackPermalinkSource } from '../slackPermalink.ts'
import type { ReadContext, Reading } from '../source.ts'

const tokyo = { zone: 'Asia/Tokyo', date: '2026-04-18' }
const slack = (text: string, given: Partial<ReadContext> = tokyo): Reading =>
  slackPasteSource.read(text, testContext(given))
const words = ({ text }: TimelineEntry): string => plainTextOf(text).replace(/\s+/g, ' ')
const times = ({ snapshot }: Reading) => snapshot.timeline.map(({ at }) => at)
const one = (said: string, name = 'sato'): string => `${name} [21:54]\n${said}`

describe('words', () => {
  it('[EX35] reactions, edits and reply counts are left out and stay in the original', () => {
    const { snapshot } = slack(
      one(
        '成功率が戻りました (edited)\n:eyes: 3 :+1:2\n👀 2\n:tada:\n4\n3 件の返信\n最終返信: 今日の 22:20\nView thread',
      ),
    )
    expect(snapshot.timeline.map(words)).toEqual(['成功率が戻りました'])
    expect(snapshot.timeline[0]?.source?.original).toContain(':tada:\n4')
  })

  it.each([
    'joined #inc.',
    'was added to #inc by maria.',
    '#inc に参加しました。',
    '佐藤さんが #inc に参加しました。',
    'left the channel.',
  ])('[EX35] “%s” is counted, not taken', (coming) => {
    const read = slack(`a b [13:26]\n${coming}\nc [13:27]\nhello`)
    expect(read.snapshot.timeline.map(words)).toEqual(['hello'])
    expect(read.problems).toEqual([{ code: 'chatComings', line: null, args: { count: 1 } }])
  })

  it('[EX35] a message without words and words without a speaker are told with their lines', () => {
    const read = slack(`somebody's notes\n${one('hello')}\nmaria [21:55]\n\nsato [21:56]\nbye`)
    expect(read.problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'chatBefore'],
      [4, 'messageEmpty'],
    ])
  })

  it('[EX36] a link to a message is evidence, and the time of the message it stands for', () => {
    const link = 'https://x.slack.com/archives/C01/p1581508273080900'
    const list = slackPermalinkSource.read(link, testContext({}))
    expect(list.snapshot.timeline.map(({ at, evidence }) => [at, evidence[0]?.url])).toEqual([
      ['2020-02-12T11:51:13.080Z', link],
    ])
    const own = slack(`sato [8:51 PM]\nlook\n${link}\nmaria [8:52 PM]\nyes`, { zone: 'Asia/Tokyo' })
    expect(times(own)).toEqual(['2020-02-12T11:51:13.080Z', '2020-02-12T11:52:00Z'])
    const other = slack(`sato [9:00 PM]\nlook at ${link}).`)
    expect(times(other)).toEqual(['2026-04-18T12:00:00Z'])
    expect(other.snapshot.timeline[0]?.evidence.map(({ url }) => url)).toEqual([link])
    const headed = slack(`sato [8:51 PM](${link})\nlook`, { zone: 'Asia/Tokyo' })
    expect(times(headed)).toEqual(['2020-02-12T11:51:13.080Z'])
  })

  it('[EX36] links above the first message are entries of their own', () => {
    const read = slack(`https://x.slack.com/archives/C01/p1776516420000000 the alert\n${one('hello')}`)
    expect(read.snapshot.timeline.map((entry) => [entry.at, words(entry)])).toEqual([
      ['2026-04-18T12:47:00Z', 'the alert'],
      ['2026-04-18T12:54:00Z', 'hello'],
    ])
  })

  it.each<[string, string, TimelineEntry['kind']]>([
    ['設定の差し戻しを決定しました', 'sato', 'decision'],
    ['rollback することにした', 'sato', 'decision'],
    ['切り戻します', 'sato', 'decision'],
    ['We decided to roll back', 'sato', 'decision'],
    ['切り戻しますか？', 'sato', 'message'],
    ['切り戻したほうがいいかも', 'sato', 'message'],
    ['should we roll back', 'sato', 'message'],
    ['we have not decided to roll back yet', 'sato', 'message'],
    ['本番へデプロイしました', 'sato', 'change'],
    ['deployed v18 to production', 'sato', 'change'],
    ['did anybody deploy?', 'sato', 'message'],
    ['再起動しました', 'sato', 'action'],
    ['rolled back to v17', 'sato', 'action'],
    ['決済成功率 80% 未満', 'Datadog APP', 'alert'],
    ['[FIRING:1] HighErrorRate', 'Alertmanager', 'alert'],
    ['Deployment of v18 succeeded', 'GitHub APP', 'change'],
    ['Your meeting starts now', 'Google Calendar APP', 'message'],
    ['おはようございます', 'sato', 'message'],
  ])('[EX37] “%s” by %s is of kind %s', (said, name, kind) => {
    expect(slack(one(said, name)).snapshot.timeline.map((entry) => entry.kind)).toEqual([kind])
  })

  it('[EX38] milestones come from what is said plainly, as suggestions', () => {
    const read = slack(
      'a b [13:00]\nhas the service recovered?\nc [13:10]\nservice is not fully restored, 復旧しません\na b [13:20]\nservice fully restored',
    )
    expect(read.snapshot.timeline.map(({ milestone }) => milestone)).toEqual([
      null,
      null,
      { name: 'resolved', suggested: true },
    ])
  })

  it('[EX39] who speaks is listed; people are no apps; no name becomes an actor', () => {
    const read = slack(
      'Maria [13:00]\none\nDatadog APP [13:01]\nalert\nMaria [13:02]\ntwo\n佐藤 [13:03]\nthree',
    )
    expect(read.speakers).toEqual([
      { name: 'Maria', messages: 2 },
      { name: 'Datadog', messages: 1 },
      { name: '佐藤', messages: 1 },
    ])
    expect(
      read.snapshot.people.map(({ name, batch }) => [
        name,
        batch === read.snapshot.timeline[0]?.source?.batch,
      ]),
    ).toEqual([
      ['Maria', true],
      ['佐藤', true],
    ])
    expect(read.snapshot.timeline.map(({ actor }) => actor)).toEqual(['', '', '', ''])
    expect(Object.keys(read.speakerOf ?? {}).toSorted()).toEqual(
      read.snapshot.timeline.map(({ id }) => id).toSorted(),
    )
  })
})
