/** What a section is about, told from its title. `other` says nothing and inherits. */
export type SectionKind =
  | 'timeline'
  | 'whys'
  | 'direct'
  | 'root'
  | 'contributing'
  | 'causes'
  | 'trigger'
  | 'actions'
  | 'summary'
  | 'impact'
  | 'lessons'
  | 'wentWell'
  | 'wentPoorly'
  | 'lucky'
  | 'tries'
  | 'people'
  | 'detection'
  | 'resolution'
  | 'facts'
  | 'context'
  | 'legend'
  | 'references'
  | 'mixed'
  | 'other'

const titles: [SectionKind, RegExp][] = [
  ['legend', /カテゴリの説明|凡例|^legend\b|記入例|category descriptions?/],
  ['whys', /(?:five|5) ?whys?|why[- ]?why|なぜなぜ|[5五]回のなぜ|なぜ分析|^whys?$/],
  [
    'timeline',
    /\btime ?lines?\b|chronolog|sequence of events|key events?|\bevent log\b|incident log|order of events|log of events|タイムライン|時系列|^(?:発生|障害|事象|対応|主な)?(?:の)?(?:経緯|経過)|(?:対応|障害|発生|調査)(?:の)?(?:経緯|経過|履歴|記録)|発生から復旧まで/,
  ],
  ['contributing', /contribut(?:ing|ory)|寄与|要因/],
  ['direct', /直接(?:的な)?(?:の)?原因|(?:direct|proximate|immediate) causes?/],
  ['trigger', /^triggers?$|^triggering event|^引き金$|^トリガー$|誘因/],
  ['root', /根本(?:的な)?(?:の)?原因|真因|\broot[- ]?causes?\b/],
  [
    'actions',
    /\baction items?\b|\bactions?\b(?! taken)|follow[- ]?ups?\b|remediation|next steps?\b|\bcorrective\b|prevent(?:ive|ative|ion)|\bto-?dos?\b|what we(?:'re| are|'ll| will) (?:doing|do(?:ing)? (?:next|about|to prevent))|アクション|再発防止|対策|改善策|改善項目|改善事項|今後の対応|今後の予定|今後の取り組み|是正|是正処置|todo|タスク$/,
  ],
  ['causes', /\bcauses?\b|原因|why (?:did )?(?:it|this) happen/],
  [
    'wentWell',
    /what (?:we did|went|worked) well|went right|うまくいった|上手くいった|(?:良|よ)かった(?:こと|点)|成功要因|^keep\b/,
  ],
  [
    'wentPoorly',
    /what (?:went (?:wrong|poorly|badly)|didn.?t go|did not go|could)|うまくいかなかった|上手くいかなかった|改善が必要|悪かった|(?:改善|反省)(?:す(?:べ|)き)?点|^課題|^problem$/,
  ],
  ['lucky', /lucky|luck\b|運が|運よく|幸運|ラッキー/],
  [
    'tries',
    /^tr(?:y|ies)\b|^トライ|改善案|試すこと|試したいこと|やってみ|次に活か|what (?:to|we.?ll|we will) try/,
  ],
  [
    'lessons',
    /^kpt\b|\blessons?\b|learn(?:ed|t|ings?)\b|takeaways?|retrospective|教訓|学び|学んだこと|振り返り|ふりかえり|所感|考察/,
  ],
  ['summary', /\bsummary\b|overview|tl;? ?dr|abstract|サマリ|概要|要約|要旨/],
  ['impact', /\bimpact\b|影響|被害/],
  ['detection', /\bdetect(?:ion|ed)?\b|検知|発見/],
  ['resolution', /\bresolution\b|\brecovery\b|\bmitigation\b|復旧|解決|緩和|暫定対応/],
  [
    'people',
    /\battendees?\b|\bparticipants?\b|\bresponders?\b|\babsentees?\b|people involved|参加者|参加メンバー|出席者|欠席者|関係者|対応者|対応メンバー/,
  ],
  [
    'facts',
    /metadata|メタデータ|基本情報|\bstats?\b|statistics|(?:time|mean time) to \w+|identified by|incident details/,
  ],
  [
    'context',
    /^context\b|background|what happened|details?\b|description|narrative|背景|詳細|何が起き|状況|事象|対応内容|^response\b|actions? taken|実施した対応/,
  ],
  ['references', /references?\b|^related|appendix|glossary|^links?\b|参考|関連|付録|用語|備考/],
]

/** Kinds that a title can name beside another without becoming `mixed`. */
const family: Partial<Record<SectionKind, string>> = {
  root: 'cause',
  direct: 'cause',
  causes: 'cause',
  contributing: 'cause',
  trigger: 'cause',
  context: 'story',
  resolution: 'story',
  detection: 'story',
  facts: 'story',
  people: 'story',
}

const normal = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(/^[\s\d.\-#*()第章節:]+/, '')
    .replace(/[\s:*]+$/, '')
    .replace(/\s+/g, ' ')

/** A name of a section is short; a sentence that happens to hold such a word is none. */
const isName = (text: string): boolean => text.length <= (/[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? 24 : 60)

/** `Five Whys — cold start`, `Phase 2: Timeline`: the name stands before or behind the sign. */
export function kindOfTitle(title: string): SectionKind {
  const pieces = title.split(/ [-–—|] |—|[:：](?= )/).map(normal)
  for (const text of [normal(title), ...pieces]) {
    const kind = isName(text) ? kindOfName(text) : 'other'
    if (kind !== 'other') return kind
  }
  return 'other'
}

function kindOfName(text: string): SectionKind {
  if (text === '') return 'other'
  const pieces = text.split(/[/／・&]|と(?=[^と]{1,12}$)| and /)
  const kinds = new Set(pieces.map(kindOfPhrase).filter((kind) => kind !== 'other'))
  if (kinds.has('timeline')) return 'timeline'
  // `What went well / badly`: told below, by names of their own or together.
  if (kinds.size > 1 && [...kinds].every((kind) => lessonKinds.has(kind))) return 'lessons'
  if (kinds.size > 1) {
    const families = new Set([...kinds].map((kind) => family[kind] ?? kind))
    if (families.size > 1 && kindOfPhrase(text) !== 'whys') return 'mixed'
  }
  return kindOfPhrase(text)
}

function kindOfPhrase(text: string): SectionKind {
  return titles.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}

export const causeKinds: ReadonlySet<SectionKind> = new Set([
  'whys',
  'direct',
  'root',
  'contributing',
  'causes',
  'trigger',
])

export const lessonKinds: ReadonlySet<SectionKind> = new Set([
  'lessons',
  'wentWell',
  'wentPoorly',
  'lucky',
  'tries',
])
