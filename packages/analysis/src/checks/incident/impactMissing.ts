import { plainTextOf } from '@kintsugi/model'
import { type Check, hitIf } from '../check.ts'

export const impactMissing = {
  code: 'incident.impactMissing',
  severity: 'warning',
  find: ({ snapshot }) => hitIf(plainTextOf(snapshot.incident.impact) === ''),
} satisfies Check
