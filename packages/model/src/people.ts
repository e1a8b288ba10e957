import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { instantSchema } from './time.ts'

/** 参加者: somebody invited to the postmortem. */
export const participantSchema = z.object({
  id: itemIdSchema,
  name: z.string().max(100).default(''),
  department: z.string().max(100).default(''),
  role: z.string().max(100).default(''),
  attended: z.boolean().nullable().default(null),
  /** When the ground rules were acknowledged; null where they were not. */
  acknowledgedAt: instantSchema.nullable().default(null),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
  rank: z.string().default('a0'),
})
export type Participant = z.infer<typeof participantSchema>
