import { type Check, hitFor } from '../check.ts'

export const assigneeMissing = {
  code: 'actions.assigneeMissing',
  severity: 'warning',
  find: ({ live }) => hitFor(live.filter(({ assignee }) => assignee.trim() === '')),
} satisfies Check
