import { fold } from '../../times/fold.ts'
import type { ColumnRole } from '../columns.ts'

/** Names of columns in English and Japanese, the plainest first: of two columns with a name for a role, the plainer has it. */
const names: [ColumnRole, RegExp[]][] = [
  [
    'end',
    [
      /^(?:end|until|to|end(?:ed)?[ _]?(?:time|at|date)?|finish(?:ed)?(?:[ _]?(?:time|at))?|終了(?:時刻|日時|時間)?|まで)$/,
    ],
  ],
  ['date', [/^(?:date|day|日付|月日|年月日|日|発生日|対応日)$/]],
  [
    'time',
    [
      /^(?:timestamp|@timestamp|date ?\/? ?(?:and ?)?time|時刻|日時|time|when|ts)$/,
      /^(?:start(?:ed)?[ _]?(?:time|at|date)?|from|開始(?:時刻|日時|時間)?|発生(?:時刻|日時|時間)|対応(?:時刻|日時|時間)|created[ _]?(?:at|time)?|occurred[ _]?(?:at)?|event ?time|(?:unix|epoch)(?:[ _]?(?:time|ms|seconds))?|時間)$/,
      /時刻|日時|timestamp|date ?time|(?<!life)\btime\b(?! ?zone)|^(?:utc|jst|gmt)$/,
    ],
  ],
  ['milestone', [/^(?:milestones?|マイルストーン|節目|phase|フェーズ|段階)$/]],
  [
    'kind',
    [
      /^(?:kind|種別|種類)$/,
      /^(?:(?:event|entry)[ _]?(?:type|kind|category)|type|category|区分|分類|カテゴリ(?:ー)?)$/,
    ],
  ],
  ['certainty', [/^(?:certainty|confidence|確度|確からしさ|確実性|確実さ|事実(?:・|\/)推測)$/]],
  [
    'evidence',
    [
      /^(?:evidence|links?|urls?|根拠|証跡|リンク|エビデンス|根拠リンク|根拠url)$/,
      /^(?:references?|sources?|permalink|参照|参考|出典|参考url|関連リンク|(?:evidence|根拠).{0,20}|.{0,12}(?:url|リンク))$/,
    ],
  ],
  [
    'actor',
    [
      /^(?:actor|role|担当|担当者|役割|対応者|主体|who)$/,
      /^(?:person|by|owner|responder|assignee|author|user(?:[ _]?name)?|name|team member|実施者|作業者|発言者|投稿者|送信者|記録者|誰が?|氏名|名前)$/,
    ],
  ],
  [
    'track',
    [
      /^(?:track|トラック|系統|service|component|system|サービス(?:名)?|システム(?:名)?|コンポーネント|対象)$/,
    ],
  ],
  [
    'text',
    [
      /^(?:event|text|出来事|イベント|内容|事象|description|what(?: happened)?)$/,
      /^(?:message|body|content|本文|メッセージ|(?:対応|作業|発生|事象)内容|説明|details?|action(?: taken)?|activity|対応|作業|アクション)$/,
      /^(?:summary|title|subject|件名|概要|状況|経緯|notes?|comments?|備考|メモ|コメント|update)$/,
      /event|description|出来事|内容|事象|経緯/,
    ],
  ],
]

/** A header cell without its remarks: `時刻 (JST)` is a 時刻. */
const plainName = (header: string): string =>
  fold(header.slice(0, 80))
    .toLowerCase()
    .replace(/[([][^()[\]]{0,40}[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*#:]+|[\s*:]+$/g, '')

export interface NamedColumn {
  role: ColumnRole
  /** 0 is the plainest name. */
  rank: number
}

/** What a column's name says it holds; null where it says nothing that an event has. */
export function namedColumn(header: string): NamedColumn | null {
  const name = plainName(header)
  if (name === '' || name.length > 40) return null
  for (const [role, patterns] of names) {
    const rank = patterns.findIndex((pattern) => pattern.test(name))
    if (rank >= 0) return { role, rank }
  }
  return null
}
