import { ringsOf } from '../../layout/rings.ts'
import type { Check } from '../check.ts'

export const cycle = {
  code: 'causes.cycle',
  severity: 'warning',
  find: ({ snapshot }) => ringsOf(snapshot).map((ring) => ({ args: { count: ring.length }, itemIds: ring })),
} satisfies Check
