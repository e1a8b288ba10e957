import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { emptyRichText, richTextSchema } from './richText.ts'
import { daySchema } from './time.ts'

/** Countermeasure aims: `prevent` (起こさない); the other three together contain (流出しない). */
export const actionAims = ['prevent', 'detect', 'limit', 'recover'] as const
export const actionAimSchema = z.enum(actionAims)
export type ActionAim = z.infer<typeof actionAimSchema>

export const actionStatuses = ['open', 'doing', 'done', 'dropped'] as const
export const actionStatusSchema = z.enum(actionStatuses)
export type ActionStatus = z.infer<typeof actionStatusSchema>

export const actionPriorities = ['high', 'medium', 'low'] as const
export const actionPrioritySchema = z.enum(actionPriorities)
export type ActionPriority = z.infer<typeof actionPrioritySchema>

export const actionSchema = z.object({
  id: itemIdSchema,
  text: richTextSchema.default(emptyRichText),
  aim: actionAimSchema.nullable().default(null),
  /** 恒久対策 (true) or 暫定対策 (false). */
  permanent: z.boolean().default(true),
  /** Person or role. */
  assignee: z.string().max(100).default(''),
  due: daySchema.nullable().default(null),
  priority: actionPrioritySchema.nullable().default(null),
  doneWhen: z.string().max(1000).default(''),
  ticket: z.string().max(2000).default(''),
  status: actionStatusSchema.default('open'),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
  rank: z.string().default('a0'),
})
export type Action = z.infer<typeof actionSchema>
export const actionTexts = ['text'] as const
