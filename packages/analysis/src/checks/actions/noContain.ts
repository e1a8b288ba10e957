import { type Check, hitIf } from '../check.ts'

export const noContain = {
  code: 'actions.noContain',
  severity: 'warning',
  find: ({ live }) => hitIf(live.length > 0 && live.every(({ aim }) => aim === null || aim === 'prevent')),
} satisfies Check
