import type { banners as en } from '../en/banners.ts'
import type { Translation } from '../translation.ts'

export const banners = {
  unavailable:
    'いま、サーバーがディスクに書き込めません。書き続けてかまいません。内容はこのブラウザーに残り、復旧し次第送られます。',
  newer: 'このボードは新しい版の Kintsugi で書かれています。ここでは読むことだけができます。',
  reload: 'ページを再読み込み',
  unreadable_one: 'ここでは読み取れないものが {{count}} 件あります。そのまま保管しています。',
  unreadable_other: 'ここでは読み取れないものが {{count}} 件あります。そのまま保管しています。',
  finalBanner: 'このポストモーテムは確定済みです。直すときは再開してください。次の版になります。',
  toReadPage: '読む',
  reopen: '再開する',
  reopened: 'ボードを再開しました。確定すると次の版になり、いまの版はそのまま残ります。',
  recovered: '一部の変更をサーバーが受け付けませんでした。ボード全体の控えをこの端末に残しています。',
  reapplyCopy: '控えから戻す',
  downloadCopy: '控えをダウンロード',
  discardCopy: '控えを破棄',
} satisfies Translation<typeof en>
