import { type Check, hitIf } from '../check.ts'

/** One chain of whys finds one cause; real incidents have several. */
export const singleBranch = {
  code: 'causes.singleBranch',
  severity: 'hint',
  find: ({ counted, linkedFrom }) => {
    const countedIds = new Set(counted.map(({ id }) => id))
    const branches = counted.map(
      ({ id }) => linkedFrom('because', id).filter((to) => countedIds.has(to)).length,
    )
    return hitIf(counted.length > 0 && Math.max(...branches) < 2)
  },
} satisfies Check
