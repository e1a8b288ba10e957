import type { ReadyCheck } from '../check.ts'

export const timeline = {
  code: 'timeline',
  at: 'timeline',
  judge: ({ snapshot }) => ({
    missing: snapshot.timeline.length === 0,
    args: { count: snapshot.timeline.length },
  }),
} satisfies ReadyCheck
