import { problemSchema } from '@kintsugi/model'
import { z } from 'zod'
import { meetingSchema } from './meeting.ts'

/** Path of the document channel on the one port. */
export const socketPath = '/collab'

/**
 * Beside it, for any Yjs client: `/yjs/<board>?ticket=…` speaks the y-websocket protocol. `acks=1` asks for a frame
 * `[8, 0 | 1]` after each sync frame: whether it is on disk.
 */
export const plainYjsPath = '/yjs'

export const closeCodes = {
  unsupported: 1003,
  tooBig: 1009,
  slowReader: 1013,
  /** 44xx: coming back with the same is of no use, and y-websocket does not. */
  unauthenticated: 4401,
  /** A link for reading opens pages, never a socket. */
  readOnly: 4403,
  boardFinal: 4409,
  /** The same ticket was shown on a newer connection. */
  replaced: 4410,
  refused: 4422,
  crowded: 4429,
  fenced: 4205,
  shutdown: 4503,
} as const

/** Whether a board can be written: `live`; `final` (a revision is being read, reopen to go on); `unavailable` (storage fails; edits stay in the browser); `locked` (the facilitator has asked for a moment: the same). */
export const boardStates = ['live', 'final', 'unavailable', 'locked'] as const
export type BoardState = (typeof boardStates)[number]

/** Stateless frames of the server, JSON. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  /** The update just sent was not taken and never will be. */
  z.object({ type: z.literal('refused'), problem: problemSchema }),
  z.object({ type: z.literal('boardState'), state: z.enum(boardStates) }),
  /** The meeting's shared state, on connecting and whenever it changes. */
  z.object({ type: z.literal('meeting'), meeting: meetingSchema }),
])
export type ServerFrame = z.infer<typeof serverFrameSchema>
