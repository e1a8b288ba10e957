import { type Check, hitIf } from '../check.ts'

export const noActions = {
  code: 'actions.noActions',
  severity: 'warning',
  find: ({ live }) => hitIf(live.length === 0),
} satisfies Check
