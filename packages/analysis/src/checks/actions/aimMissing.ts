import { type Check, hitFor } from '../check.ts'

export const aimMissing = {
  code: 'actions.aimMissing',
  severity: 'warning',
  find: ({ live }) => hitFor(live.filter(({ aim }) => aim === null)),
} satisfies Check
