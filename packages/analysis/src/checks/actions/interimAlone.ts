import { type Check, hitFor } from '../check.ts'

/** An interim measure (暫定対策) waits for a permanent one (恒久対策) on the same cause. */
export const interimAlone = {
  code: 'actions.interimAlone',
  severity: 'warning',
  find: ({ live, linkedFrom, linkedTo }) => {
    const permanent = new Set(live.filter((action) => action.permanent).map(({ id }) => id))
    const alone = live.filter(
      (action) =>
        !action.permanent &&
        linkedFrom('answers', action.id).some(
          (cause) => !linkedTo('answers', cause).some((other) => permanent.has(other)),
        ),
    )
    return hitFor(alone)
  },
} satisfies Check
