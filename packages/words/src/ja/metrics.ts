import type { metrics as en } from '../en/metrics.ts'
import type { Translation } from '../translation.ts'

export const metrics = {
  duration: {
    timeToDetect: '検知まで',
    timeToAcknowledge: '対応開始まで',
    acknowledgeAfterDetection: '検知から対応開始まで',
    timeToDeclare: '宣言まで',
    timeToIdentify: '特定まで',
    timeToMitigate: '緩和まで',
    timeToResolve: '復旧まで',
    impactDuration: '影響が続いた時間',
    responseDuration: '対応にかかった時間',
    communicationLag: '最初の告知まで',
    meetingDelay: '振り返りの開催まで',
    publicationDelay: '公開まで',
  },
  mark: { meeting: '開催', published: '公開' },
  formula: '{{end}} − {{start}}',
  markAt: '{{mark}} {{time}}',
  unknown: '不明',
  notRecorded: '{{mark}}の記録なし',
  listOfMarks: '{{first}}と{{second}}',
  about: '約{{duration}}',
  suggestedNote: '推定のマイルストーンによる',
  mended: '継ぎ',
  mendedFormula: '(継いだ {{whole}} + ½ × 半分 {{half}}) ÷ 原因 {{counted}}',
  noCauses: '原因はまだない',
} satisfies Translation<typeof en>
