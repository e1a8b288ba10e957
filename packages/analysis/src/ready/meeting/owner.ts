import type { ReadyCheck } from '../check.ts'

export const owner = {
  code: 'owner',
  at: 'owner',
  judge: ({ snapshot: { incident } }) => ({ missing: incident.owner.trim() === '', names: [incident.owner] }),
} satisfies ReadyCheck
