import { plainTextOf } from '@kintsugi/model'
import type { ReadyCheck } from '../check.ts'

/** In whichever digits: 1,250 件, １２件. */
export const impactNumbers = {
  code: 'impactNumbers',
  at: 'impact',
  judge({ snapshot }) {
    const text = plainTextOf(snapshot.incident.impact)
    return text === '' ? null : { missing: !/\p{Nd}/u.test(text) }
  },
} satisfies ReadyCheck
