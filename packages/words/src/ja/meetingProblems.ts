import type { meetingProblems as en } from '../en/meetingProblems.ts'
import type { Translation } from '../translation.ts'

export const meetingProblems: Translation<typeof en> = {
  askFacilitator: '進行役は{{name}}さんです。操作をお願いするか、進行役を代わってもらってください。',
  facilitatorOnly: '進行役の操作です。いまは進行役がいないので、あなたが引き受けられます。',
  roleHeld: 'この役割は{{name}}さんが引き受けています。{{name}}さんから渡してもらえば交代できます。',
  roleNotYours: 'この役割を人に渡したり、役割から外れたりできるのは、引き受けている本人だけです。',
  memberAbsent: '{{name}}さんはいまボードにいません。役割はそのままです。',
  notOnBoard: 'ボードとの接続が途切れています。つながったら、もう一度お試しください。',
  boardLocked:
    '進行役がボードを一時的にロックしています。何も変更していません。少し待って、もう一度お試しください。',
}
