import { type Check, hitFor } from '../check.ts'

export const dueMissing = {
  code: 'actions.dueMissing',
  severity: 'warning',
  find: ({ live }) => hitFor(live.filter(({ due, status }) => due === null && status !== 'done')),
} satisfies Check
