import { type Check, hitIf } from '../check.ts'

export const noRootCause = {
  code: 'causes.noRootCause',
  severity: 'warning',
  find: ({ counted }) => hitIf(counted.length > 0 && counted.every(({ kind }) => kind !== 'root')),
} satisfies Check
