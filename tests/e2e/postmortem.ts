/** A small postmortem of our own, as a team would have written it: 4 events, 2 causes, 2 actions. */
export const postmortemText = `# 決済 API が 38 分間応答しなかった

タイムゾーン: JST

## 概要

デプロイ後、接続プールが枯渇し、決済 API が応答しなくなった。

## タイムライン

| 時刻 | 出来事 |
| --- | --- |
| 2026-03-14 21:30 | v2.4 をデプロイ |
| 2026-03-14 21:47 | 監視が 5xx の急増を検知 |
| 2026-03-14 22:05頃 | 接続プールの枯渇と判明 |
| 2026-03-14 22:25 | ロールバックで復旧 |

## 根本原因

- 接続プールの上限が既定値のままだった

## 寄与要因

- 負荷試験が本番と違う接続数で行われていた

## アクションアイテム

- 接続プールの上限を設定に明記する
- プール使用率のアラートを追加する
`
export const postmortemEvents = [
  'timeline  v2.4 をデプロイ',
  'timeline  監視が 5xx の急増を検知',
  'timeline  接続プールの枯渇と判明',
  'timeline  ロールバックで復旧',
]
export const postmortemItems = [
  ...postmortemEvents,
  'causes  接続プールの上限が既定値のままだった',
  'causes  負荷試験が本番と違う接続数で行われていた',
  'actions  接続プールの上限を設定に明記する',
  'actions  プール使用率のアラートを追加する',
]
