import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { emptyRichText, richTextSchema } from './richText.ts'
import { sealSchema } from './rounds.ts'

export const kptColumns = ['keep', 'problem', 'try'] as const
export const kptColumnSchema = z.enum(kptColumns)
export type KptColumn = z.infer<typeof kptColumnSchema>

/** Place in a column. One value, so that moving at once from two sides ends in one place and not in a mixture. */
export const kptSlotSchema = z.object({ column: kptColumnSchema, rank: z.string().max(500) })
export type KptSlot = z.infer<typeof kptSlotSchema>

export const kptNoteSchema = z.object({
  id: itemIdSchema,
  slot: kptSlotSchema.default({ column: 'keep', rank: 'a0' }),
  text: richTextSchema.default(emptyRichText),
  /** Name under which the note is signed; null where it is not. */
  author: z.string().max(100).nullable().default(null),
  /** Written anonymously in a round: what its author knows it by. The server sets it; null where it is no anonymous note. */
  seal: sealSchema.nullable().default(null),
  groupId: itemIdSchema.nullable().default(null),
  /** 横展開: worth reusing elsewhere. */
  reusable: z.boolean().default(false),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
})
export type KptNote = z.infer<typeof kptNoteSchema>
export const kptNoteTexts = ['text'] as const

export const kptGroupSchema = z.object({
  id: itemIdSchema,
  name: z.string().max(200).default(''),
  slot: kptSlotSchema.default({ column: 'keep', rank: 'a0' }),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
})
export type KptGroup = z.infer<typeof kptGroupSchema>
