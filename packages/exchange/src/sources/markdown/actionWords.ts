import type { Action } from '@kintsugi/model'

const aims: [NonNullable<Action['aim']>, RegExp][] = [
  ['prevent', /予防|未然防止|\bprevent(?:ion|ive|ative)?\b|起こさない/i],
  ['detect', /検知|検出|\bdetect(?:ion|ive)?\b/i],
  [
    'limit',
    /^限定(?:$|[（(])|緩和|軽減|局所化|影響(?:範囲)?の?(?:限定|最小化)|\bmitigat(?:e|ion|ing)\b|\blimit\b|\bcontain(?:ment)?\b/i,
  ],
  ['recover', /復旧|回復|\brecover(?:y)?\b/i],
]
/** The aim that a section's or a column's word names; none where it names none or several. */
export function aimNamed(words: string): Action['aim'] {
  const named = aims.filter(([, pattern]) => pattern.test(words))
  return named.length === 1 && !/corrective|是正/i.test(words) ? (named[0]?.[0] ?? null) : null
}

const statuses: [Action['status'], RegExp][] = [
  ['dropped', /won'?t (?:do|fix)|dropped|cancel+ed|rejected|取りやめ|中止|見送り|却下|不要|対応しない/i],
  [
    'open',
    /未着手|未対応|未実施|未完了|^未$|\btodo\b|\bopen\b|not (?:started|done)|planned|backlog|pending|予定|\bnew\b/i,
  ],
  [
    'doing',
    /対応中|実施中|進行中|作業中|着手|in[- ]progress|ongoing|\bdoing\b|\bwip\b|started|in review|一部完了|partial/i,
  ],
  ['done', /完了|対応済|実施済|^済|\bdone\b|complete|closed|resolved|fixed|merged|shipped|✅|☑|✔/i],
]
export function statusNamed(words: string): Action['status'] | null {
  return statuses.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
/** Marks of completion inside an action's own words: only unmistakable ones. */
export function saysDone(words: string): boolean {
  const text = words.trim()
  return (
    /[([（【](?:done|completed?|fixed|済み?|完了|対応済み?|実施済み?)[)\]）】]\s*[.。]?\s*$/i.test(text) ||
    /^(?:✅|☑|✔)|(?:^|[\s。])(?:DONE\b|完了[:：])/.test(text)
  )
}

const priorities: [NonNullable<Action['priority']>, RegExp][] = [
  ['high', /^(?:高|high|p[01]|critical|urgent|最優先|緊急)/i],
  ['medium', /^(?:中|med|p2|normal)/i],
  ['low', /^(?:低|low|p[34])/i],
]
export const priorityNamed = (words: string): Action['priority'] =>
  priorities.find(([, pattern]) => pattern.test(words.trim()))?.[0] ?? null

export const isInterim = (words: string): boolean =>
  /暫定|応急|\binterim\b|\btemporary\b|\bstop-?gap\b/i.test(words)

export const assigneeWritten =
  /(?:担当者?|責任者|owner|assignee|assigned to|dri)\s*[:：]\s*([^、,;。)）\]*\n]{1,60})/i
export const dueWritten = /(?:期限|期日|due(?: date)?|deadline|eta)\s*[:：]\s*([^、,;。)）\]*\n]{1,40})/i

export type ActionColumn =
  | 'text'
  | 'aim'
  | 'assignee'
  | 'due'
  | 'status'
  | 'ticket'
  | 'priority'
  | 'doneWhen'
  | 'number'
  | 'answers'
const columns: [ActionColumn, RegExp][] = [
  ['number', /^(?:#|no\.?|id|番号|項番)$/i],
  ['answers', /^(?:対する原因|answers?|addresses)$/i],
  ['doneWhen', /done when|definition of done|完了(?:条件|の定義)|acceptance/i],
  ['assignee', /owner|assignee|assigned|responsible|\bdri\b|\bwho\b|担当|責任者|オーナー|team/i],
  ['due', /\bdue\b|deadline|target date|\beta\b|\bwhen\b|\bdate\b|期限|期日|完了予定|予定日|納期|日付/i],
  ['status', /status|state|progress|done\??|状態|ステータス|状況|進捗|結果/i],
  ['priority', /priority|優先/i],
  ['ticket', /ticket|issue|jira|tracking|link|bug|\bpr\b|チケット|課題番号|リンク|url/i],
  ['aim', /type|category|kind|class|目的|カテゴリ|種別|分類|区分|タイプ/i],
  [
    'text',
    /action|task|item|description|what|remediation|measure|improvement|todo|アクション|対策|内容|タスク|項目|施策|改善|対応/i,
  ],
]
export const actionColumn = (title: string): ActionColumn | null =>
  columns.find(([, pattern]) => pattern.test(title))?.[0] ?? null
