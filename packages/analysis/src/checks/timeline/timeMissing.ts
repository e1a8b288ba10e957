import { type Check, hitFor } from '../check.ts'

export const timeMissing = {
  code: 'timeline.timeMissing',
  severity: 'warning',
  find: ({ snapshot }) => hitFor(snapshot.timeline.filter(({ at }) => at === null)),
} satisfies Check
