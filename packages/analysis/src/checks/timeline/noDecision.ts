import { type Check, hitIf } from '../check.ts'

export const noDecision = {
  code: 'timeline.noDecision',
  severity: 'hint',
  find: ({ snapshot }) =>
    hitIf(snapshot.timeline.length > 0 && !snapshot.timeline.some(({ kind }) => kind === 'decision')),
} satisfies Check
