import { instantSchema, practiceStepSchema } from '@kintsugi/model'
import { z } from 'zod'
import { liveRoundSchema } from './rounds.ts'

/** Longest a timer runs: a meeting is over before. */
export const longestTimerMinutes = 180

/** Running while `endsAt` is set, paused while `remainingMs` is. */
export const meetingTimerSchema = z.object({
  durationMs: z.number().int().positive(),
  endsAt: instantSchema.nullable(),
  remainingMs: z.number().int().nonnegative().nullable(),
})
export type MeetingTimer = z.infer<typeof meetingTimerSchema>

/** Somebody in the meeting, by the id that presence shows too. */
export const memberSchema = z.object({ principal: z.string().max(64), name: z.string().max(100) })
export type Member = z.infer<typeof memberSchema>

/** Roles of a meeting. The board's owner is a fact of the board; these two are held by somebody who is there. */
export const meetingRoles = ['facilitator', 'scribe'] as const
export const meetingRoleSchema = z.enum(meetingRoles)
export type MeetingRole = z.infer<typeof meetingRoleSchema>

/** Longest a lock holds by itself: a facilitator who is cut off must not leave the team outside. */
export const longestLockMinutes = 10

/** What everybody in a board's meeting shares beside the document. Server state: it is in no document and no revision. */
export const meetingSchema = z.object({
  /** Where the team is; null where nobody has said. Nobody's view follows it. */
  step: practiceStepSchema.nullable().default(null),
  timer: meetingTimerSchema.nullable().default(null),
  facilitator: memberSchema.nullable().default(null),
  scribe: memberSchema.nullable().default(null),
  /** Roles whose holder has been gone for so long that somebody else may take them. */
  away: z.array(meetingRoleSchema).default([]),
  /** Who wants to speak, in the order in which they asked. */
  hands: z.array(memberSchema).default([]),
  /** How many have said that they are done with this step, of how many there are; never who. */
  ready: z.object({ done: z.number().int(), of: z.number().int() }).default({ done: 0, of: 0 }),
  /** While it holds, only the facilitator and the scribe write; what others type waits on their device. */
  lock: z.object({ by: z.string(), until: instantSchema }).nullable().default(null),
  /** The writing or voting round that is going on, or was revealed and still takes late notes. */
  round: liveRoundSchema.nullable().default(null),
  /** The server's clock when it said this, so that a client whose clock is wrong counts right. */
  now: instantSchema,
})
export type Meeting = z.infer<typeof meetingSchema>

/** What to change; what is not named stays. */
export const meetingChangeSchema = z.object({
  step: practiceStepSchema.nullable().optional(),
  timer: z
    .union([
      z.object({ start: z.number().int().min(1).max(longestTimerMinutes) }),
      z.enum(['pause', 'resume', 'stop']),
    ])
    .optional(),
  /** Oneself: done with this step or not, wanting to speak or not. */
  ready: z.boolean().optional(),
  hand: z.boolean().optional(),
  /** The facilitator: takes down somebody's hand, by principal. */
  lowerHand: z.string().max(64).optional(),
  /** Takes a role that is free (or whose holder is away), hands one's own over to somebody who is there, or lays it down. */
  role: z
    .object({ role: meetingRoleSchema, to: z.union([z.literal('me'), z.literal('nobody'), memberSchema]) })
    .optional(),
  /** The facilitator: minutes for which to lock the board; null unlocks it. */
  lock: z.number().int().min(1).max(longestLockMinutes).nullable().optional(),
})
export type MeetingChange = z.infer<typeof meetingChangeSchema>
