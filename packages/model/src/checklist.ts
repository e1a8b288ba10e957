import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { practiceStepSchema } from './practice.ts'

/** 確認事項: something the team wants to have done by the end of a step; ticked by hand. */
export const checklistItemSchema = z.object({
  id: itemIdSchema,
  name: z.string().max(200).default(''),
  /** The step it belongs to; null: to the postmortem as a whole. */
  step: practiceStepSchema.nullable().default(null),
  done: z.boolean().default(false),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
  rank: z.string().default('a0'),
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>
