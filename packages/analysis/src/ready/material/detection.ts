import type { ReadyCheck } from '../check.ts'

export const detection = {
  code: 'detection',
  at: 'timeline',
  judge: ({ snapshot, milestones }) =>
    snapshot.timeline.length === 0 ? null : { missing: milestones.detected === undefined },
} satisfies ReadyCheck
