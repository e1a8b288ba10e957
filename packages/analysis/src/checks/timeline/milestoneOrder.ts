import type { Check } from '../check.ts'

/** The usual order. Another one is possible (repaired before it was declared), so it is only pointed out. */
const usual = [
  ['trigger', 'impactStart'],
  ['impactStart', 'detected'],
  ['detected', 'acknowledged'],
  ['detected', 'declared'],
  ['identified', 'mitigated'],
  ['detected', 'mitigated'],
  ['mitigated', 'resolved'],
  ['declared', 'resolved'],
  ['impactStart', 'impactEnd'],
] as const

export const milestoneOrder = {
  code: 'timeline.milestoneOrder',
  severity: 'hint',
  find: ({ milestones }) =>
    usual.flatMap(([earlier, later]) => {
      const [a, b] = [milestones[earlier], milestones[later]]
      return a?.at && b?.at && Date.parse(b.at) < Date.parse(a.at)
        ? [{ args: { earlier, later }, itemIds: [a.entryId, b.entryId] }]
        : []
    }),
} satisfies Check
