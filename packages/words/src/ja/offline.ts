import type { offline as en } from '../en/offline.ts'
import type { Translation } from '../translation.ts'

export const offline = {
  newVersion: {
    there: '新しいバージョンがあります。再読み込みしても、書いた内容は失われません。',
    needed:
      'Kintsugi が更新され、このページの一部を読み込めなくなりました。再読み込みしてください。書いた内容は残ります。',
    reload: '再読み込み',
    later: 'あとで',
  },
  home: {
    title: 'サーバーにつながりません',
    about: 'この端末に保管されているボードです。このまま書き続けられ、つながり次第サーバーへ送られます。',
    empty:
      'この端末に保管されたボードはまだありません。一度開いたボードは、サーバーにつながらなくても開けます。',
    boards: 'この端末のボード',
    opened: '最後に開いた日時: {{when}}',
    newNeedsServer:
      '新しいボードの作成にはサーバーへの接続が必要です。この端末に保管されたボードには書き込めます。',
  },
  boardAway: 'このボードはまだこの端末にありません',
  boardAwayAbout:
    'サーバーにつながりません。オフラインで開けるのは、一度この端末で開いたボードだけです。つながり次第、自動で開きます。',
} satisfies Translation<typeof en>
