import type { ReadyCheck } from '../check.ts'

export const evidence = {
  code: 'evidence',
  at: 'timeline',
  judge({ snapshot: { timeline } }) {
    if (timeline.length === 0) return null
    const without = timeline.filter((entry) => entry.evidence.length === 0)
    const count = timeline.length - without.length
    return {
      missing: count * 2 < timeline.length,
      args: { count, total: timeline.length },
      itemIds: without.slice(0, 1).map(({ id }) => id),
    }
  },
} satisfies ReadyCheck
