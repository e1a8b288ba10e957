import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { emptyRichText, richTextSchema } from './richText.ts'

/** A sticky note on open space. */
export const freeNoteSchema = z.object({
  id: itemIdSchema,
  text: richTextSchema.default(emptyRichText),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
})
export type FreeNote = z.infer<typeof freeNoteSchema>
export const freeNoteTexts = ['text'] as const
