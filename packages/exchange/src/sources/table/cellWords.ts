import type { EntryKind, Milestone, MilestoneName, TimelineEntry } from '@kintsugi/model'
import { fold } from '../../times/fold.ts'
import { entryCertaintyNamed, entryKindNamed, milestoneNamed as milestoneOfTerm } from '../termsNamed.ts'

const kinds: [EntryKind, RegExp][] = [
  [
    'statusPost',
    /^(?:status ?(?:post|page|update)?|告知|(?:状況|お知らせ|対外)の?(?:告知|掲載|発信)|告知文|公表|お知らせ)$/,
  ],
  ['alert', /^(?:alerts?|alarm|monitor(?:ing)?|page|アラート|警報|警告|監視|検知|通知)$/],
  [
    'message',
    /^(?:messages?|chat|call|mail|e-?mail|連絡|発言|メッセージ|チャット|通話|電話|報告|問い?合わ?せ)$/,
  ],
  [
    'action',
    /^(?:actions?(?: taken)?|response|work|mitigation|行動|対応|作業|操作|処置|アクション|復旧作業)$/,
  ],
  ['decision', /^(?:decisions?|判断|決定|意思決定)$/],
  ['observation', /^(?:observations?|finding|investigation|note|観測|観察|確認|調査|気[づ付]き|事象|状況)$/],
  [
    'change',
    /^(?:changes?|deploy(?:ment|s)?|release|config(?:uration)?(?: change)?|変更|設定変更|デプロイ|リリース|反映|配信)$/,
  ],
  ['impact', /^(?:impacts?|outage|影響|障害|被害)$/],
]
const milestones: [MilestoneName, RegExp][] = [
  ['firstStatusPost', /^(?:first ?status ?post|最初の告知|第一報|初報)$/],
  ['impactStart', /^(?:impact ?start(?:ed|s)?|start of impact|影響開始|発生|障害発生)$/],
  ['impactEnd', /^(?:impact ?end(?:ed|s)?|end of impact|影響終了|影響解消)$/],
  ['trigger', /^(?:trigger|引き金|トリガー|契機)$/],
  ['detected', /^(?:detect(?:ed|ion)|検知|検出|発覚)$/],
  ['acknowledged', /^(?:ack(?:nowledged?)?|対応開始|初動|着手)$/],
  ['declared', /^(?:declared?|宣言|インシデント宣言)$/],
  ['identified', /^(?:identified|diagnosed|特定|原因特定|原因判明)$/],
  ['mitigated', /^(?:mitigat(?:ed|ion)|緩和|暫定復旧|暫定対応(?:完了)?)$/],
  ['resolved', /^(?:resolved|resolution|recover(?:ed|y)|closed|解決|復旧|完全復旧|収束)$/],
]
const certainties: [TimelineEntry['certainty'], RegExp][] = [
  ['fact', /^(?:facts?|confirmed|certain|high|事実|確実|確認済み?|確定|高)$/],
  ['inference', /^(?:inferences?|inferred|likely|probable|medium|推測|推定|おそらく|中)$/],
  ['hypothesis', /^(?:hypothes[ie]s|possible|guess|unconfirmed|low|仮説|未確認|可能性|低)$/],
]

const plain = (cell: string): string =>
  fold(cell.slice(0, 60))
    .trim()
    .toLowerCase()
    .replace(/([a-z])[_-]([a-z])/g, '$1 $2')
    .replace(/^(?:first|impact|status)(?=[a-z])/, (word) => `${word} `)

function match<T>(list: readonly [T, RegExp][], cell: string): T | null {
  const word = plain(cell)
  return list.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** The product's own words first, as an export writes them; then how others say it. */
export const kindNamed = (cell: string): EntryKind | null => entryKindNamed(cell) ?? match(kinds, cell)
export const certaintyNamed = (cell: string): TimelineEntry['certainty'] | null =>
  entryCertaintyNamed(cell) ?? match(certainties, cell)

/** Whoever writes a milestone into its own column has decided on it, unless a question mark stands behind it. */
export function milestoneNamed(cell: string): Milestone | null {
  const known = milestoneOfTerm(cell)
  if (known) return known
  const name = match(milestones, cell)
  return name ? { name, suggested: false } : null
}
