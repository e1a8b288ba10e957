import { type Check, hitIf } from '../check.ts'

export const ownerMissing = {
  code: 'incident.ownerMissing',
  severity: 'warning',
  find: ({ snapshot }) => hitIf(snapshot.incident.owner.trim() === ''),
} satisfies Check
