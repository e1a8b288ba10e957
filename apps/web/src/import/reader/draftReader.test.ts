import { importKeysOf } from '@kintsugi/exchange/keys'
import { boardParts, emptySnapshot } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { newId } from '../../identity/newId.ts'
import { createDraftReader } from './draftReader.ts'
import { type Order, type Piece, rowStatuses, type Settings } from './messages.ts'

const text = `# 2026-04-18 決済が遅い

## タイムライン

| 時刻 | 出来事 |
| --- | --- |
| 21:47 | 設定を反映した [記録](javascript:alert(1)) |
| 未明 | 誰かが気づいた |
| 22:45 | 差し戻した |

## 5 Whys

1. なぜ失敗したか。接続が枯れた。
2. なぜ枯れたか。上限が低い。

## アクションアイテム

- 上限を明記する
`
const boardId = newId()
const settings: Settings = { zone: 'Asia/Tokyo', date: '', mapping: null }
const nothingKnown = importKeysOf(emptySnapshot())
const quiet = (): void => undefined

function open(source: string | Uint8Array, known = nothingKnown) {
  const reader = createDraftReader(newId)
  const given =
    typeof source === 'string'
      ? { text: source, fileName: '' }
      : { bytes: source.slice().buffer as ArrayBuffer, fileName: 'notes.md' }
  const summary = reader.read({ source: given, settings, boardId, known }, quiet)
  return { reader, summary }
}
function taken(reader: ReturnType<typeof createDraftReader>, order: Order): NonNullable<Piece['piece']>[] {
  reader.order(order)
  const pieces: NonNullable<Piece['piece']>[] = []
  for (let next = reader.piece(); next.piece !== null; next = reader.piece()) pieces.push(next.piece)
  return pieces
}
const everything = (count: number): Order => ({ chosen: new Uint8Array(count).fill(1), casting: {} })

describe('a text on its way to the board', () => {
  it('[WB21] is rows of every part with their times, and the reason where there is none', () => {
    const { reader, summary } = open(text)
    const rows = reader.rows([...summary.statuses.keys()])
    expect(rows.map(({ part, at, status }) => [part, at, status])).toEqual([
      ['timeline', '2026-04-18T12:47:00Z', 'new'],
      ['timeline', '2026-04-18T13:45:00Z', 'new'],
      ['timeline', null, 'unreadable'],
      ['causes', null, 'new'],
      ['causes', null, 'new'],
      ['actions', null, 'new'],
    ])
    expect(rows[2]?.reason?.code).toBe('timePartOfDay')
    expect(rows[2]?.text).toBe('誰かが気づいた')
    expect(summary).toMatchObject({
      first: '2026-04-18T12:47:00Z',
      last: '2026-04-18T13:45:00Z',
      zone: 'Asia/Tokyo',
      nothing: null,
    })
    expect([...summary.parts].map((part) => boardParts[part])).toEqual(rows.map(({ part }) => part))
  })

  it('[WB21] tells what was lost from remarks that are harmless', () => {
    const { reader, summary } = open(text)
    expect(reader.problems('lost', 0, 9).map(({ code }) => code)).toEqual(['timePartOfDay'])
    expect(summary.problems.lost).toBe(1)
    expect(reader.problems('notes', 0, 9).every(({ code }) => code !== 'timePartOfDay')).toBe(true)
  })

  it.each([
    [true, 'a document', '# 2026-04-18\n\n## Timeline\n\n- 21:52 監視が検知\n'],
    [
      true,
      'a chat',
      '2026年4月18日（土）\n監視ボット\nアプリ\n  21:52\n監視が検知\nMaria\n  21:54\n対応を開始します\n',
    ],
    [false, 'a sheet that says them', 'time,event,milestone\n2026-04-18 10:05,Alert,detected\n'],
  ])('[WB27] knows (%s) whether milestones are only suggested, in %s', (suggested, _what, source) => {
    expect(open(source).summary.suggested).toBe(suggested)
  })

  it('[WB21] names the reason where there is nothing in it', () => {
    expect(open('').summary.nothing?.code).toBe('empty')
    expect(open(Uint8Array.of(0x89, 0x50, 0, 0xff, 0xfe)).summary.nothing?.code).toBe('notText')
    expect(open(new TextEncoder().encode(text)).summary.nothing).toBeNull()
  })

  it('[WB21] reads a file in the encoding it has', () => {
    // "10:05 障害" of a table, in Shift_JIS.
    const bytes = [...Buffer.from('# 2026-04-18\n\n## Timeline\n\n- 10:05 '), 0x8f, 0xe1, 0x8a, 0x51, 0x0a]
    const { reader } = open(Uint8Array.from(bytes))
    expect(reader.rows([0])[0]?.text).toBe('障害')
  })

  it('[WB21] knows what the board has, and reads again with another zone', () => {
    const first = open(text)
    const all = taken(first.reader, everything(6))
    const board = { ...emptySnapshot(), ...Object.assign({}, ...all) }
    const again = open(text, importKeysOf(board))
    const duplicate = rowStatuses.indexOf('duplicate')
    expect([...again.summary.statuses]).toEqual([...again.summary.statuses].map(() => duplicate))
    const known = importKeysOf(board)
    const utc = { ...settings, zone: 'UTC' }
    const summary = again.reader.read({ source: null, settings: utc, boardId, known }, quiet)
    expect(summary.first).toBe('2026-04-18T21:47:00Z')
  })

  it('[WB22] brings the chosen rows in small pieces, the incident last, nothing that runs script', () => {
    const long = text.replace(
      '| 22:45 |',
      `${Array.from({ length: 400 }, (_, n) => `| 22:${String(n % 60).padStart(2, '0')} | ${n} ${'長い説明'.repeat(40)} |\n`).join('')}| 22:45 |`,
    )
    const { reader, summary } = open(long)
    const chosen = new Uint8Array(summary.statuses.length).fill(1)
    chosen[0] = 0
    const pieces = taken(reader, { chosen, casting: {} })
    expect(pieces.length).toBeGreaterThan(10)
    for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(60_000)
    expect(pieces.flatMap(({ timeline }) => timeline ?? [])).toHaveLength(402)
    expect(pieces.flatMap(({ links }) => links ?? [])).toHaveLength(1)
    expect(Object.keys(pieces.at(-1) ?? {})).toEqual(['incident'])
    expect(JSON.stringify(taken(reader, everything(summary.statuses.length)))).not.toMatch(/"javascript:/)
  })
})
