import { silentGaps } from '../../metrics/silentGaps.ts'
import type { Check } from '../check.ts'

export const silentGap = {
  code: 'timeline.silentGap',
  severity: 'info',
  find: ({ snapshot }) =>
    silentGaps(snapshot).map(({ after, before, ms }) => ({
      args: { ms },
      itemIds: [after, before],
    })),
} satisfies Check
