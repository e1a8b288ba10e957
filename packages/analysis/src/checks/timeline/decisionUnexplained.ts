import { plainTextOf } from '@kintsugi/model'
import { type Check, hitFor } from '../check.ts'

export const decisionUnexplained = {
  code: 'timeline.decisionUnexplained',
  severity: 'hint',
  find: ({ snapshot }) =>
    hitFor(
      snapshot.timeline.filter(
        ({ kind, saw, believed }) =>
          kind === 'decision' && (plainTextOf(saw) === '' || plainTextOf(believed) === ''),
      ),
    ),
} satisfies Check
