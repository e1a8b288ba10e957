import { type Check, hitFor } from '../check.ts'

export const rootUnanswered = {
  code: 'causes.rootUnanswered',
  severity: 'error',
  find: ({ counted, live, linkedTo }) => {
    const liveIds = new Set(live.map(({ id }) => id))
    const unanswered = counted.filter(
      ({ id, kind, acceptedRisk }) =>
        kind === 'root' &&
        acceptedRisk.trim() === '' &&
        !linkedTo('answers', id).some((action) => liveIds.has(action)),
    )
    return hitFor(unanswered)
  },
} satisfies Check
