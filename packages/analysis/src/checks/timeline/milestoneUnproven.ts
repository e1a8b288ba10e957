import { type Check, hitFor } from '../check.ts'

export const milestoneUnproven = {
  code: 'timeline.milestoneUnproven',
  severity: 'hint',
  find: ({ snapshot }) =>
    hitFor(
      snapshot.timeline.filter(
        ({ milestone, evidence }) => milestone !== null && !milestone.suggested && evidence.length === 0,
      ),
    ),
} satisfies Check
