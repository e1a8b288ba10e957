import { type Check, hitIf } from '../check.ts'

/** One chain of whys finds one cause; real incidents have several. Branches are counted at their ends. */
export const singleBranch = {
  code: 'causes.singleBranch',
  severity: 'info',
  find: ({ counted, linkedFrom }) => {
    const countedIds = new Set(counted.map(({ id }) => id))
    const ends = counted.filter(({ id }) => !linkedFrom('because', id).some((to) => countedIds.has(to)))
    return hitIf(counted.length > 0 && ends.length < 2)
  },
} satisfies Check
