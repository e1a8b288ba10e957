import { type MilestoneName, plainTextOf, type TimelineEntry } from '@kintsugi/model'

interface Rule {
  name: MilestoneName
  /** Words that name the milestone itself, at the beginning of an entry: `**検知**: …`, `First detected`. */
  said: RegExp
  /** Words of the event; only where no entry names the milestone. */
  told: RegExp | null
  /** An incident may be declared resolved and go on: the last entry counts. */
  last?: boolean
}

const rules: Rule[] = [
  {
    name: 'impactStart',
    said: /^(?:\[?(?:発生|障害発生|影響開始)\]?(?:$|[:。\s])|fault occurs|(?:impact|outage|incident|disruption) (?:starts?|started|began|begins)|start of (?:impact|outage))/i,
    told: /\(problem started\)|\b(?:service degradation|outage|impact|errors?|failures?) (?:begins?|began|starts?|started)\b|影響が(?:発生|開始)|障害が発生/i,
  },
  {
    name: 'trigger',
    said: /^(?:trigger(?:ing event)?\b|トリガー|引き金|起因)/i,
    told: /トリガーイベント|\btriggering (?:change|event|deploy)/i,
  },
  {
    name: 'detected',
    said: /^(?:検知|検出|発覚|異常検知|first detected|fault detected|detected|detection|discovery|issue detected|team aware)/i,
    told: /\b(?:issue|problem|fault|incident|anomaly) (?:was )?(?:detected|noticed|discovered)\b|\balert(?:s)? (?:fired|triggered|received)\b|(?:first|automated|received) alert|automated monitoring detects|\balerted by\b|(?:users?|customers?|developers?) (?:report|notif)|アラート(?:が|を)?(?:発報|発火|受信|検知)|(?:を|が)検知|報告を受け|に気[づ付]/i,
  },
  {
    name: 'acknowledged',
    said: /^(?:acknowledged|ack\b|対応開始|調査開始|初動)/i,
    told: /\b(?:on-?call|engineer|team|developer)s? (?:\w+ )?acknowledged\b|\binvestigations?(?: into \w+)? (?:started|commenced|began)\b|\bstarted (?:investigating|looking into)\b|調査を開始|対応を開始/i,
  },
  {
    name: 'declared',
    said: /^(?:incident (?:is |was )?declared(?! resolved)|declared|宣言|インシデント宣言)/i,
    told: /\bincident (?:is |was )?declared\b(?! (?:as )?resolved)|declared (?:an? )?incident|インシデントを宣言|\binitiates? incident\b/i,
  },
  {
    name: 'identified',
    said: /^(?:原因特定|原因判明|原因切り分け|root cause (?:identified|found|discovered)|(?:cause|issue) identified|identified)/i,
    told: /\broot cause (?:was |is )?(?:identified|found|discovered)\b|\b(?:issue|cause) (?:successfully |was )?identified\b|原因を特定|原因が判明/i,
  },
  {
    name: 'mitigated',
    said: /^(?:緩和|暫定復旧|緩和策|応急|mitigated|mitigation|repaired)/i,
    told: /\bmitigat(?:ed|ion applied)\b|\b(?:roll ?back|rollback) (?:was |has )?completed?\b|\bincident repaired\b|\bmanual fix applied\b|\bworkaround (?:applied|deployed)\b|暫定(?:的に)?復旧|緩和策(?:を)?適用/i,
    last: true,
  },
  {
    name: 'resolved',
    said: /^(?:復旧|完全復旧|解決|解消|収束|recovery\b|resolved|incident (?:is |was )?(?:declared )?(?:resolved|closed)|service (?:fully )?(?:restored|recovered)|everything is back to normal)/i,
    told: /\bincident (?:is |was |declared |repaired and )*(?:resolved|closed)\b|\bdeclared resolved\b|\bservice (?:was |is )?(?:fully )?(?:restored|recovered)\b|\bfull(?:y)? (?:service )?(?:restored|recovered)\b|\(resolved\)|\ball systems verified operational\b|\bback to normal\b|(?<!一次|暫定|部分)復旧を?(?:確認|完了)|(?:完全に|全面)復旧|→ ?\*{0,2}(?:サービス面)?復旧/i,
    last: true,
  },
  {
    name: 'impactEnd',
    said: /^(?:影響終了|影響解消|(?:impact|outage) (?:ends?|ended)|end of (?:impact|outage))/i,
    told: null,
    last: true,
  },
  {
    name: 'firstStatusPost',
    said: /^(?:第一報|初報|status ?page (?:updated|posted|update)|first (?:status|public) (?:post|update))/i,
    told: /\bstatus ?page\b[^.]{0,20}\b(?:updated|posted|published)\b|\bposted (?:to|on) (?:the )?status ?page|ステータスページ(?:を|に)(?:更新|掲載|投稿)|第一報/i,
  },
]

/**
 * Suggests milestones from the words of entries: at most one entry each, at most one each entry, only where an instant is
 * known, and always marked as suggested. What an entry calls itself counts more than what it tells.
 */
export function suggestMilestones(entries: readonly TimelineEntry[]): TimelineEntry[] {
  // Where the document says its milestones itself, nothing is read between its lines.
  if (entries.some(({ milestone }) => milestone !== null)) return [...entries]
  const timed = entries
    .filter((entry) => entry.at !== null)
    .toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''))
  const texts = new Map(timed.map((entry) => [entry.id, plainTextOf(entry.text).trim()]))
  const taken = new Map<string, MilestoneName>()
  const free = (pattern: RegExp): TimelineEntry[] =>
    timed.filter((entry) => !taken.has(entry.id) && pattern.test(texts.get(entry.id) ?? ''))
  const left = rules.filter(({ name, said, last }) => {
    const found = free(said)
    const entry = last ? found.at(-1) : found[0]
    if (entry) taken.set(entry.id, name)
    return !entry
  })
  for (const { name, told, last } of left) {
    const found = told ? free(told) : []
    const entry = last ? found.at(-1) : found[0]
    if (entry) taken.set(entry.id, name)
  }
  return entries.map((entry) => {
    const name = taken.get(entry.id)
    return name ? { ...entry, milestone: { name, suggested: true } } : entry
  })
}
