import type { ReadyCheck } from '../check.ts'

/** The ground rules go out beforehand, with the invitation. */
export const invitation = {
  code: 'invitation',
  at: 'invitation',
  judge: ({ snapshot: { incident } }) =>
    incident.meetingAt === null ? null : { missing: incident.invitedAt === null },
} satisfies ReadyCheck
