import { type Check, hitIf } from '../check.ts'

export const noCauses = {
  code: 'causes.noCauses',
  severity: 'warning',
  find: ({ counted }) => hitIf(counted.length === 0),
} satisfies Check
