import { type Check, hitIf } from '../check.ts'

export const noPrevent = {
  code: 'actions.noPrevent',
  severity: 'warning',
  find: ({ live }) => hitIf(live.length > 0 && live.every(({ aim }) => aim !== 'prevent')),
} satisfies Check
