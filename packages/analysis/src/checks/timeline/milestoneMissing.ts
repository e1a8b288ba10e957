import { type Check, hitIf } from '../check.ts'

/** Without these no duration that matters can be computed. */
const needed = ['impactStart', 'detected', 'mitigated', 'resolved'] as const

export const milestoneMissing = {
  code: 'timeline.milestoneMissing',
  severity: 'warning',
  find: ({ snapshot, milestones }) =>
    snapshot.timeline.length === 0
      ? []
      : needed.flatMap((milestone) => hitIf(milestones[milestone] === undefined, { milestone })),
} satisfies Check
