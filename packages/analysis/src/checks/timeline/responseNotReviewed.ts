import { type Check, hitIf } from '../check.ts'

export const responseNotReviewed = {
  code: 'timeline.responseNotReviewed',
  severity: 'hint',
  find: ({ snapshot }) =>
    hitIf(snapshot.timeline.length > 0 && snapshot.timeline.every(({ review }) => review === null)),
} satisfies Check
