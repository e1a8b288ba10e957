import { z } from 'zod'
import { actionSchema } from './actions.ts'
import { causeSchema } from './causes.ts'
import { checklistItemSchema } from './checklist.ts'
import { boardIdSchema } from './id.ts'
import { incidentSchema } from './incident.ts'
import { kptGroupSchema, kptNoteSchema } from './kpt.ts'
import { linkSchema } from './links.ts'
import { freeNoteSchema } from './notes.ts'
import { participantSchema } from './people.ts'
import { placementSchema } from './placements.ts'
import { roundSchema } from './rounds.ts'
import { timelineEntrySchema } from './timeline.ts'

/** An item that could not be read: shown and kept, never dropped. `item` is its raw content as JSON. */
export const unreadableSchema = z.object({
  part: z.string(),
  id: z.string(),
  reason: z.string(),
  item: z.unknown(),
})
export type Unreadable = z.infer<typeof unreadableSchema>

export const snapshotFormat = 'kintsugi.board/1'

/** Plain JSON of a board at one instant. Lists are in reading order (`order.ts`); links have both ends. */
export const boardSnapshotSchema = z.object({
  format: z.literal(snapshotFormat).default(snapshotFormat),
  boardId: boardIdSchema.nullable().default(null),
  incident: incidentSchema,
  people: z.array(participantSchema).default([]),
  timeline: z.array(timelineEntrySchema).default([]),
  causes: z.array(causeSchema).default([]),
  kptNotes: z.array(kptNoteSchema).default([]),
  kptGroups: z.array(kptGroupSchema).default([]),
  actions: z.array(actionSchema).default([]),
  freeNotes: z.array(freeNoteSchema).default([]),
  checklist: z.array(checklistItemSchema).default([]),
  /** The server's, in the order in which they were opened. */
  rounds: z.array(roundSchema).default([]),
  links: z.array(linkSchema).default([]),
  placements: z.record(z.string(), placementSchema).default({}),
  unreadable: z.array(unreadableSchema).default([]),
})
export type BoardSnapshot = z.infer<typeof boardSnapshotSchema>

export function emptySnapshot(): BoardSnapshot {
  return boardSnapshotSchema.parse({ incident: {} })
}

/** Parts of the board whose items have ids, in reading order. */
export const boardParts = [
  'people',
  'timeline',
  'causes',
  'kptNotes',
  'kptGroups',
  'actions',
  'freeNotes',
  'checklist',
] as const
export type BoardPart = (typeof boardParts)[number]
export type BoardItem<P extends BoardPart = BoardPart> = BoardSnapshot[P][number]
