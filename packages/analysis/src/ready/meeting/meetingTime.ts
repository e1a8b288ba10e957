import type { ReadyCheck } from '../check.ts'

export const meetingTime = {
  code: 'meetingTime',
  at: 'meeting',
  judge: ({ snapshot: { incident } }) => ({ missing: incident.meetingAt === null }),
} satisfies ReadyCheck
