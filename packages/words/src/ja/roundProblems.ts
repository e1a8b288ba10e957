import type { roundProblems as en } from '../en/roundProblems.ts'
import type { Translation } from '../translation.ts'

export const roundProblems: Translation<typeof en> = {
  roundOpen:
    'このボードでは、まだラウンドが続いています。先に付箋を公開するか、ラウンドを取り消してください。何も変更していません。',
  roundRevealed: 'このラウンドは公開済みです。何も変更していません。',
  roundSigned: 'このラウンドは記名式です。付箋には名前が必要です。何も送信していません。',
  groupTooSmall:
    '参加者が {{n}} 人では、匿名にしても誰が書いたかわかってしまいます。{{least}} 人以上必要です。何も変更していません。記名式なら始められます。',
  votesMissing: '1 人あたりの票数を指定してください。',
  topicsMissing: 'ボードにまだ付箋がないため、投票の対象がありません。',
  notInRound: 'このラウンドにはまだ参加していません。進行役が参加を認めると書けるようになります。',
  notOnBoardNow: 'この人はいまボードにいません。何も変更していません。',
  dealsOver: '投稿権の配布は、1 つのラウンドで {{limit}} 回までです。',
  dealUnknown: 'このラウンドでは、その回の投稿権はまだ配られていません。',
}
