import { type Check, hitFor } from '../check.ts'

export const onlySuggestedMilestones = {
  code: 'timeline.onlySuggestedMilestones',
  severity: 'warning',
  find: ({ snapshot }) => {
    const bearers = snapshot.timeline.filter(({ milestone }) => milestone !== null)
    return bearers.some(({ milestone }) => milestone?.suggested === false) ? [] : hitFor(bearers)
  },
} satisfies Check
