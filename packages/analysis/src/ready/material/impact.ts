import { plainTextOf } from '@kintsugi/model'
import type { ReadyCheck } from '../check.ts'

export const impact = {
  code: 'impact',
  at: 'impact',
  judge: ({ snapshot }) => ({ missing: plainTextOf(snapshot.incident.impact) === '' }),
} satisfies ReadyCheck
