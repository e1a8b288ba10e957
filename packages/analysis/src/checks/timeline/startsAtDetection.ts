import type { Check } from '../check.ts'

/** What made the incident possible lies before anybody noticed it. */
export const startsAtDetection = {
  code: 'timeline.startsAtDetection',
  severity: 'warning',
  find: ({ snapshot, milestones }) => {
    const { detected } = milestones
    if (!detected?.at) return []
    const before = snapshot.timeline.some(({ at }) => at !== null && detected.at !== null && at < detected.at)
    return before ? [] : [{ args: {}, itemIds: [detected.entryId] }]
  },
} satisfies Check
