import type * as en from '../en/refusals.ts'
import type { Translation } from '../translation.ts'

export const refusal: Translation<typeof en.refusal> = {
  boardUnknown: 'このアドレスのボードは見つかりません。リンクが途中で切れていないかご確認ください。',
  revisionUnknown: 'このポストモーテムに第 {{number}} 版はありません。',
  postmortemUnknown: 'このアドレスに確定済みのポストモーテムはありません。',
  linkUnknown: 'このボードに、そのリンクはありません。',
  linkRevoked: 'このリンクは取り消し済みで、元には戻せません。新しく作成してください。',
  tooManyLinks: '有効なリンクが上限の {{limit, number}} 本に達しています。先にどれかを取り消してください。',
  batchUnknown: 'この取り込みで追加された項目はボードにありません。すでに取り消されている可能性があります。',
  departmentUnknown: 'その部署はありません。',
  departmentTaken: '「{{name}}」という名前（または別名）の部署がすでにあります。何も変更していません。',
  departmentLimit: '部署は {{limit}} 件までです。何も変更していません。',
  meetingTimeMissing: '会議の日時がまだ決まっていません。概要のパネルで決めると、招待を作れます。',
  formatUnknown: '「{{format}}」という形式では書き出せません。使える形式: {{known}}',
  routeUnknown: '{{path}} は存在しません。利用できる経路は /api/openapi.json にあります。',
  guestMissing: 'お名前の情報が必要です。ヘッダー {{header}} にゲストを指定してください。',
  guestUnreadable:
    'ヘッダー {{header}} をゲストとして読み取れません。名前とデバイスキーの JSON を base64url で指定してください。',
  originForeign: 'このサイトのページ以外からのリクエストは受け付けていません(送信元: {{origin}})。',
  bodyTooBig: 'リクエストが上限の {{limitMB}} MB を超えています。何も変更していません。',
  bodyNotJson: 'リクエストの本文が JSON ではありません。',
  fieldInvalid: '{{field}} の値を使えません: {{reason}}',
  importTooHeavy:
    'テキストの読み取りに時間がかかりすぎるため中止しました。何も変更していません。小さく分けて取り込んでください。',
  importTooBig: 'テキストが 1 回の取り込みの上限 {{limitMB}} MB を超えています。何も変更していません。',
  importsCrowded:
    '大きな取り込みが集中しています。何も変更していません。少し待ってからもう一度お試しください。',
  itemLimit:
    'ボードの項目が {{total, number}} 件になり、上限の {{limit, number}} 件を超えます。何も変更していません。一部だけを取り込むか、別のボードをお使いください。',
  boardFinal: 'このポストモーテムは確定済みです。変更するには再開してください。',
  clientIdTaken: 'このクライアント ID は別の参加者の編集に使われています。新しい ID を取得してください。',
  boardEmpty: 'ボードがまだ空です。タイトル、概要、または最初の出来事を書くと確定できます。',
  boardNotFinal: 'このボードはすでに編集できる状態です。',
  storageUnavailable:
    'サーバーが今ディスクに書き込めません。何も変更していません。少し待ってからもう一度お試しください。',
  finalizing: 'ボードを確定しているところです。',
  internal: 'サーバー側で問題が起きました。サーバーのログに {{reference}} として記録しています。',
  targetMissing: '取り込み先がありません。--board ID か --new を指定してください。',
  targetTwice: '--board と --new は同時に指定できません。',
  serverUnreachableAt:
    '{{url}} のサーバーに接続できません({{reason}})。起動しているか、KINTSUGI_URL が正しいか確認してください。',
  answerUnreadableFrom:
    '{{url}} の応答を読み取れません。KINTSUGI_URL は Kintsugi のサーバーを指していますか。',
  fileUnwritable: '{{file}} に書き込めません({{reason}})。',
  sourceAmbiguous: '「{{source}}」というファイルもボードもありません。ボードの ID は 22 文字です。',
  fileMissing: '{{file}} が見つかりません。',
  fileUnreadable: '{{file}} を読み取れません({{reason}})。',
  fileIsFolder: '{{file}} はフォルダーです。中のファイルを指定してください。',
  fileEmpty: '{{file}} は空です。',
  fileTooBig: '{{file}} は {{sizeMB}} MB あり、上限の {{limitMB}} MB を超えています。',
  fileNotText: '{{file}} はテキストファイルではないようです。{{line}} 行目に文字ではないバイトがあります。',
  urlUnreachable: '{{url}} から応答がありません({{reason}})。',
  hashInvalid: '「{{hash}}」は SHA-256 のハッシュではありません。16 進数 64 桁で指定してください。',
  hashMissing: '比べるハッシュがありません。受け取ったハッシュを --hash HASH で指定してください。',
  revisionUnreadable: '{{source}} は確定済みの版ではありません: {{reason}}',
  severityUnknown: '「{{severity}}」という重要度はありません。次のいずれかを指定してください: {{known}}',
  numberInvalid: '「{{value}}」は 1 以上の整数ではありません。',
  checkoutNeeded: 'このコマンドはソースコードのチェックアウト内でのみ使えます。{{file}} がありません。',
}

export const page: Translation<typeof en.page> = {
  notFound: {
    title: 'ページが見つかりません',
    text: 'このアドレスに確定済みのポストモーテムはありません。まだ確定されていないか、リンクが途中で切れている可能性があります。',
    home: 'ホームへ',
  },
}
