import { plainTextOf } from '@kintsugi/model'
import { type Check, hitIf } from '../check.ts'

export const summaryMissing = {
  code: 'incident.summaryMissing',
  severity: 'warning',
  find: ({ snapshot }) => hitIf(plainTextOf(snapshot.incident.summary) === ''),
} satisfies Check
