import { type Check, hitFor } from '../check.ts'

export const causeMissing = {
  code: 'actions.causeMissing',
  severity: 'warning',
  find: ({ live, linkedFrom }) => hitFor(live.filter(({ id }) => linkedFrom('answers', id).length === 0)),
} satisfies Check
