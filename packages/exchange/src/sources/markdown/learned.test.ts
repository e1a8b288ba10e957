import { plainTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { readMarkdown } from '../markdown.ts'

const read = (text: string) => readMarkdown(text, testContext({ zone: 'UTC' }))
const chainsOf = (text: string): string[] => {
  const { causes, links } = read(text).snapshot
  const said = new Map(causes.map(({ id, text: words }) => [id, plainTextOf(words).split('\n')[0] ?? '']))
  return links.map(({ from, to, kind }) => `${said.get(from)} ${kind} ${said.get(to)}`)
}

describe('whys', () => {
  it.each([
    [
      'a numbered list',
      '1. Why A?\n   Because B\n2. Why B?\n   Because C\n3. Why C?\n',
      ['Why A? because Why B?', 'Why B? because Why C?'],
    ],
    [
      'paragraphs',
      'Why A? Because B.\n\nWhy B? Because C.\n',
      ['Why A? Because B. because Why B? Because C.'],
    ],
    [
      'lines',
      'なぜ1: A したのか\nなぜ2: B したのか\nなぜ3: C したのか\n',
      ['なぜ1: A したのか because なぜ2: B したのか', 'なぜ2: B したのか because なぜ3: C したのか'],
    ],
    ['headings', '### Why 1: A\n\nx\n\n### Why 2: B\n\ny\n', ['Why 1: A because Why 2: B']],
    [
      'a table of rows',
      '| # | Why | Answer |\n|--|--|--|\n| 1 | Why A? | B |\n| 2 | Why B? | C |\n',
      ['Why A? because Why B?'],
    ],
    [
      'a table of columns',
      '| なぜ1 | なぜ2 | なぜ3 |\n|--|--|--|\n| A | B | C |\n| A | B | D |\n| | E | |\n',
      ['A because B', 'B because C', 'B because D', 'A because E'],
    ],
    [
      'a tree',
      '- Why A?\n  - Why B?\n    - Why C?\n  - Why D?\n',
      ['Why A? because Why B?', 'Why B? because Why C?', 'Why A? because Why D?'],
    ],
  ])('[EX57] in %s are linked effect → cause', (_, whys, expected) => {
    expect(chainsOf(`# T\n\n## 5 Whys\n\n${whys}`)).toEqual(expected)
  })
})

describe('what was learned', () => {
  it('[EX58] prose lessons stay lessons, and what became a note is not told twice', () => {
    const { snapshot } = read(
      '# T\n\n## Lessons learned\n\nQueues need an owner.\n\n### What went well\n\nAmong others:\n\n- Fast\n\n### 課題\n\n- 遅い\n- なし\n',
    )
    expect(snapshot.kptNotes.map(({ slot, text }) => [slot.column, plainTextOf(text)])).toEqual([
      ['keep', 'Fast'],
      ['problem', '遅い'],
    ])
    expect(plainTextOf(snapshot.incident.lessons)).toBe(
      'Queues need an owner.\nWhat went well\nAmong others:',
    )
  })

  it('[EX58] a KPT table gives a note for each line of its cells', () => {
    const { snapshot } = read(
      '# T\n\n## KPT\n\n| Keep | Problem | Try |\n|--|--|--|\n| 手順書<br>・共有 | 監視 | 訓練 |\n| | 夜間 | |\n',
    )
    expect(snapshot.kptNotes.map(({ slot, text }) => `${slot.column} ${plainTextOf(text)}`)).toEqual([
      'keep 手順書',
      'keep 共有',
      'problem 監視',
      'problem 夜間',
      'try 訓練',
    ])
  })
})

describe('people', () => {
  const peopleOf = (section: string): string[] =>
    read(`# T\n\n## 参加者\n\n${section}`).snapshot.people.map(({ name, department, role, attended }) =>
      [name, department, role, attended].join('|'),
    )
  it.each([
    ['- 鈴木（基盤）\n- 佐藤さん（サポート / 書記）\n', ['鈴木|基盤||true', '佐藤|サポート|書記|true']],
    [
      '鈴木（基盤）、佐藤（サポート）、田中（営業、欠席）\n',
      ['鈴木|基盤||true', '佐藤|サポート||true', '田中|営業||false'],
    ],
    ['- 基盤: 鈴木、高橋\n- オーナー: 佐藤\n', ['鈴木|基盤||true', '高橋|基盤||true', '佐藤||オーナー|true']],
    [
      '- Platform team\n  - Alice\n  - Bob (lead)\n',
      ['Alice|Platform team||true', 'Bob|Platform team|lead|true'],
    ],
    ['- [x] Alice, Platform\n- [ ] Bob, Support\n', ['Alice|Platform||true', 'Bob|Support||false']],
    ['RF SC AN\n', ['RF|||true', 'SC|||true', 'AN|||true']],
    ['- Alice (SRE)\n- alice (Platform, on-call)\n', ['Alice|SRE|on-call|true']],
    [
      '| 名前 | 所属 | 参加 |\n|--|--|--|\n| 鈴木 | 基盤 | ○ |\n| 佐藤 | 営業 | 欠席 |\n',
      ['鈴木|基盤||true', '佐藤|営業||false'],
    ],
  ])('[EX59] %j', (section, expected) => {
    expect(peopleOf(section)).toEqual(expected)
  })

  it('[EX59] a sentence is no person, and is reported with its line', () => {
    const { snapshot, problems } = read(
      '# T\n\n## Participants\n\nEverybody who was around that night came along and stayed until the end of it all.\n',
    )
    expect(snapshot.people).toEqual([])
    expect(problems).toContainEqual(expect.objectContaining({ code: 'personUnread', line: 5 }))
  })

  it('[EX59] whoever worked on the incident need not have come', () => {
    expect(read('# T\n\n## Responders\n\n- Alice (SRE)\n').snapshot.people[0]?.attended).toBe(null)
    expect(read('# T\n\n## 欠席者\n\n- 鈴木（基盤）\n').snapshot.people[0]?.attended).toBe(false)
  })
})
