import { plainTextOf } from '@kintsugi/model'
import { type Check, hitIf } from '../check.ts'

export const impactWithoutNumber = {
  code: 'incident.impactWithoutNumber',
  severity: 'hint',
  find: ({ snapshot }) => {
    const text = plainTextOf(snapshot.incident.impact)
    return hitIf(text !== '' && !/\p{Nd}/u.test(text))
  },
} satisfies Check
