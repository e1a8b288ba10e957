import type { ReadyCheck } from '../check.ts'

/** What made it possible lies before anybody noticed. */
export const beforeDetection = {
  code: 'beforeDetection',
  at: 'timeline',
  judge({ snapshot, milestones }) {
    const { detected } = milestones
    if (!detected?.at) return null
    const until = Date.parse(detected.at)
    const count = snapshot.timeline.filter(({ at }) => at !== null && Date.parse(at) < until).length
    return { missing: count === 0, args: { count }, itemIds: [detected.entryId] }
  },
} satisfies ReadyCheck
