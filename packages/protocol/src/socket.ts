import { problemSchema } from '@kintsugi/model'
import { z } from 'zod'

/** Path of the document channel on the one port. */
export const socketPath = '/collab'

export const closeCodes = {
  unsupported: 1003,
  tooBig: 1009,
  slowReader: 1013,
  unauthenticated: 4401,
  fenced: 4205,
  shutdown: 4503,
} as const

/** Whether a board can be written: `live`; `final` (a revision is being read, reopen to go on); `unavailable` (storage fails; edits stay in the browser). */
export const boardStates = ['live', 'final', 'unavailable'] as const
export type BoardState = (typeof boardStates)[number]

/** Stateless frames of the server, JSON. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  /** The update just sent was not taken and never will be. */
  z.object({ type: z.literal('refused'), problem: problemSchema }),
  z.object({ type: z.literal('boardState'), state: z.enum(boardStates) }),
])
export type ServerFrame = z.infer<typeof serverFrameSchema>
