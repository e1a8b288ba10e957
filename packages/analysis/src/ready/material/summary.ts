import { plainTextOf } from '@kintsugi/model'
import type { ReadyCheck } from '../check.ts'

export const summary = {
  code: 'summary',
  at: 'summary',
  judge: ({ snapshot }) => ({ missing: plainTextOf(snapshot.incident.summary) === '' }),
} satisfies ReadyCheck
