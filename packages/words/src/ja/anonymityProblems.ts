import type * as en from '../en/anonymityProblems.ts'
import type { Translation } from '../translation.ts'

export const anonymityProblems: Translation<typeof en.anonymityProblems> = {
  roundUnknown: 'このボードに、そのラウンドはありません。',
  roundOver: 'ラウンドは終了しました。何も送信していません。書いた文章はこの画面に残っています。',
  tokenInvalid:
    'このラウンドに投稿する権利を確認できないため、受け付けませんでした。誰が送ったかは誰にも伝わりません。',
  tokenSpent: 'この投稿権は、すでに別の付箋に使われています。',
  tokensDealt:
    'このラウンドの投稿権は別のタブで受け取り済みか、そのデータとともに失われています。進行役に追加の配布を頼んでください。',
  blindedInvalid: '投稿権を作れませんでした。リクエストの内容がこのラウンドと合いません。',
  tokenKeyForeign:
    'サーバーが、全員に示されたものとは違う鍵で投稿権を配りました。あなたの付箋だけを見分けられるおそれがあるため、何も送信していません。進行役に知らせてください。',
  tokensUsedUp: 'このラウンドの投稿権を使い切りました。進行役が追加で配れます。',
  noteTooLong: '付箋が上限の {{limit, number}} バイトを超えています。短くするか、2 枚に分けてください。',
  noteEmpty: '付箋がまだ空です。',
  noteUnknown: 'この付箋はもうないか、この方法では変更できません。',
  signatureInvalid: 'この付箋は、書いたときのブラウザーからだけ変更できます。',
  changeStale: 'この付箋には、もっと新しい変更がすでに届いています。',
  topicUnknown: 'これは、この投票の対象ではありません。',
  anonymousSize: '匿名の投稿は、ちょうど {{size, number}} バイトでなければなりません。',
  anonymousNamed:
    '送信者がわかる情報（{{header}}）が付いていたため、この投稿は読まずに破棄しました。何も残していません。',
  anonymousCrowded: 'いま投稿が集中しています。何も失われていません。数秒後に自動で送り直します。',
}
