import { type Check, hitIf } from '../check.ts'

export const noEntries = {
  code: 'timeline.noEntries',
  severity: 'warning',
  find: ({ snapshot }) => hitIf(snapshot.timeline.length === 0),
} satisfies Check
