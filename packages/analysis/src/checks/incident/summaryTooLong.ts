import { plainTextOf } from '@kintsugi/model'
import { type Check, hitIf } from '../check.ts'

/** A summary of more sentences is not read. */
const most = 5

export const summaryTooLong = {
  code: 'incident.summaryTooLong',
  severity: 'hint',
  find: ({ snapshot }) => {
    const text = plainTextOf(snapshot.incident.summary)
    const count = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].length
    return hitIf(count > most, { count, most })
  },
} satisfies Check
