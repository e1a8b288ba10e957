import type { commandLine as en } from '../en/commandLine.ts'
import type { Translation } from '../translation.ts'

export const commandLine: Translation<typeof en> = {
  valid: '有効です。確定時のバイト列と一致します。',
  invalid: '有効ではありません。確定時のバイト列と一致しません。',
  computed: '計算した SHA-256: {{hash}}',
  expected: '比較対象の SHA-256: {{hash}}',
  selfAttested:
    '比較に使ったハッシュは、バイト列と同じサーバーから取得したものです。メールや予定表に届いたハッシュを --hash HASH で指定すると、より確かに検証できます。',
  timeline: 'タイムライン',
  durations: '所要時間',
  findings: '気づき',
  problems: '読み取りで気になった箇所',
  atLine: '{{line}} 行目: {{text}}',
  counts: 'タイムライン {{entries}} 件、原因 {{causes}} 件、対策 {{actions}} 件',
}
