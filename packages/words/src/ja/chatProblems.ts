import type { chatProblems as en } from '../en/chatProblems.ts'
import type { Translation } from '../translation.ts'

export const chatProblems: Translation<typeof en> = {
  logTooLarge:
    'テキストが {{size, number}} バイトあり、上限の {{limit, number}} バイトを超えています。何も読み込んでいません。一部だけを貼り付けてください。',
  chatMissing: 'メッセージが見つかりません。名前と時刻のある行がありませんでした。',
  permalinkMissing: 'Slack のメッセージへのリンクが見つかりません。',
  logMissing: 'ログの行が見つかりません。日時で始まる行がありませんでした。',
  chatDayNeeded:
    'ここから先は日付が分からないため、{{count, number}} 件を時刻なしで残しました。最初のメッセージの日付を選ぶと読み込めます。',
  dayRelative:
    '「{{text}}」は {{from}} を基準に {{day}} として読み込みました。コピーした日が違う場合は、その日を選んでください。',
  chatComings: '参加・退出の通知 {{count, number}} 件は省きました。',
  messageEmpty: '文章のないメッセージ（画像やファイルのみ）のため、省きました。',
  chatBefore: 'ここから最初のメッセージまでの文は、誰の発言か分からないため省きました。',
  moreThanBoard:
    '{{count, number}} 件を読み込みました。ボードに置けるのは {{limit, number}} 件までです。追加するものを選んでください。',
  logDayNeeded:
    'ここから先の {{count, number}} 行には年または日付がないため、時刻なしで残しました。近い日付を選ぶと読み込めます。',
  logBefore: 'ここから最初の時刻のある行までは省きました。',
  logFolded: '長い項目は先頭の {{kept, number}} 行だけを残し、続く {{count, number}} 行を省きました。',
}
