import { silentGaps } from '../../metrics/silentGaps.ts'
import type { Check } from '../check.ts'

export const silentGap = {
  code: 'timeline.silentGap',
  severity: 'hint',
  find: ({ snapshot }) =>
    silentGaps(snapshot).map(({ after, before, ms }) => ({
      args: { minutes: Math.round(ms / 60_000) },
      itemIds: [after, before],
    })),
} satisfies Check
