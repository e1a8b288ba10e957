import type { EntryKind } from '@kintsugi/model'

const watchers =
  /\b(?:datadog|pagerduty|grafana|alert ?manager|opsgenie|sentry|new ?relic|mackerel|zabbix|nagios|cloudwatch|aws chatbot|amazon q developer|prometheus|pingdom|statuscake|rollbar|bugsnag|uptime ?robot|victorops|splunk|dynatrace|checkly|better ?stack|monitoring|alerts?(?:[ -]?bot)?)\b|監視|アラート/i
const alarm =
  /\b(?:alert(?:s|ing)?|triggered|firing|warn(?:ing)?|critical|p[0-3]|incident #?\d+|no data|threshold|anomaly|sev-?[0-4])\b|アラート|警告|異常|検知|しきい値|閾値|未満|超過|障害/i
const deploy =
  /\b(?:deploy(?:ed|ing|ment|s)?|releas(?:ed?|ing)|rolled out|roll-?out|shipped|merged (?:pr|#|pull)|pipeline|workflow run|build #?\d+)\b|デプロイ|リリース|ロールアウト/i
const deployed =
  /\b(?:deployed|deploying|released|rolled out|shipped|merged (?:pr|#|pull)|deploy(?:ment)? (?:is )?(?:done|finished|complete[d]?|started|succeeded|failed)|(?:release|roll-?out) (?:is )?(?:done|complete[d]?|started))\b|(?:デプロイ|リリース|ロールアウト|マージ|本番(?:へ|に)?(?:の)?反映)(?:を|が)?(?:し(?:ました|た|ます)|完了|開始|済み|始め)|(?:本番(?:へ|に).{0,10})反映(?:しました|します|完了|開始)/i
const decided =
  /\b(?:we|i)(?:'ve| have)? decided\b|^decision\b|^decided\b|\bdecision:|\bdecided to\b|\blet'?s roll (?:it )?back\b|\bwe(?:'re| are) (?:going to )?roll(?:ing)? (?:it |this )?back\b|\bgoing (?:ahead )?with the rollback\b|ことに(?:しました|した|します|決めました|決めた|決定)|(?:を|に)決定(?:$|。|！|!|しました|します)|に決めました|^決定[:：]|(?:切り戻し|差し戻し|巻き戻し)(?:ます|を(?:実施|行い)?します)|(?:切り戻し|差し戻し|ロールバック)(?:の実施)?で(?:行|い)きます|ロールバックします/i
/** A decision by its own name: holds although it is one against something. */
const firm =
  /^(?:decision|decided)(?::| (?:to|not to) )|^決定[:：]|(?:を|に|と、?)決(?:定|め(?:る|た|ました))(?:する|した|しました)?[。！!]?$/i
const acted =
  /\b(?:restarted|rolled back|roll-?back (?:is |has )?(?:done|completed?|finished)|failed over|scaled (?:up|out|down)|reverted|rebooted|disabled|enabled|switched (?:over|to)|cleared|flushed|purged)\b|(?:再起動|差し戻し|切り戻し|巻き戻し|ロールバック|フェイルオーバー|切り替え|スケールアウト|増設|停止|無効化|一次調査|調査)(?:が|を|は)?(?:完了|しました|実施しました|終わりました|開始|始めました|始めます|します)|(?:一次調査|切り分け)$/i

const asks = /[?？]\s*$|(?:でしょうか|ますか|ですか|ませんか|どうする|どうしよう)[。、]?\s*$/
const unsure =
  /\b(?:not|n't|never|should|could|would|might|maybe|perhaps|if|unless|until|before we|can we|shall|wait(?:ing)?|want to|yesterday|last (?:week|month|time))\b|ない|ません|たら|れば|かも|べき|そう(?:です|だ|かな)|ほうがい|方がい|たい(?:です|。|$)|だろう|でしょう|予定|前回|先週|先月|昨日/i

/** Said plainly: neither asked nor wished nor denied. */
export const isPlain = (words: string): boolean =>
  words.length <= 300 && !asks.test(words) && !unsure.test(words)

/** What kind of entry a message is: a plain message unless its words are clear. */
export function kindOf(words: string, speaker: string, app: boolean): EntryKind {
  const head = words.slice(0, 600)
  const watcher = watchers.test(speaker)
  if (app || (watcher && alarm.test(head))) {
    if (!watcher && deploy.test(head)) return 'change'
    return watcher || alarm.test(head) ? 'alert' : 'message'
  }
  if (!asks.test(head) && firm.test(head)) return 'decision'
  if (!isPlain(head)) return 'message'
  if (decided.test(head)) return 'decision'
  if (deployed.test(head)) return 'change'
  return acted.test(head) ? 'action' : 'message'
}
