import { type Check, hitFor } from '../check.ts'

export const spanReversed = {
  code: 'timeline.spanReversed',
  severity: 'warning',
  find: ({ snapshot }) =>
    hitFor(
      snapshot.timeline.filter(
        ({ at, until }) => at !== null && until !== null && Date.parse(until) < Date.parse(at),
      ),
    ),
} satisfies Check
