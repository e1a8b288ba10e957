import type { live as en } from '../en/live.ts'
import type { Translation } from '../translation.ts'

export const live = {
  guestName: 'ゲスト{{number}}',
  problem: {
    serverUnreachable: 'サーバーから応答がありません。入力した内容は保管され、つながり次第送信されます。',
    boardUnknown: 'このアドレスのボードはありません。リンクが途中で切れていないか確認してください。',
    accessDenied: 'このボードを開く権限がありません。リンクを送った方に確認してください。',
    answerUnreadable:
      'サーバーの応答を読み取れませんでした({{status}})。ページを再読み込みしてみてください。内容は失われていません。',
    deviceStoreFailed:
      'いま、このブラウザーは端末に保管できません({{reason}})。保存済みになるまでタブを開いたままにしてください。',
    deviceStoreFull:
      'この端末の空き容量が足りません。保存済みになるまでタブを開いたままにするか、空き容量を増やしてください。',
    clientIdTaken:
      'この接続での直前の変更は受け付けられませんでした。復元用の控えとしてこの端末に保管しました。',
    frameTooBig:
      '一度に送れる大きさ({{limitMB}} MB)を超えています。内容は復元用の控えとしてこの端末に保管しました。',
    draftNotKept:
      '直前の変更をサーバーが受け付けず、端末に控えを残すこともできませんでした。タブを開いたまま、ボードを書き出してください。',
    refusedAgain:
      'サーバーが変更を続けて受け付けませんでした。編集は続けられますが保存されません。控えを書き出してから、ページを再読み込みしてください。',
  },
} satisfies Translation<typeof en>
