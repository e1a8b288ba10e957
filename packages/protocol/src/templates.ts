import { templateContentSchema, templateLimits, templateSchema } from '@kintsugi/model/templates'
import { z } from 'zod'

/** The whole new content, and the version it was made from: a change that somebody made meanwhile is not written over. */
export const templateChangeSchema = templateContentSchema.extend({ version: z.number().int().positive() })
export type TemplateChange = z.infer<typeof templateChangeSchema>

export const templatesImportSchema = z.object({
  text: z.string().max(templateLimits.fileBytes).describe('The file, as text.'),
})
export const templatesImportedSchema = z.object({
  added: z.array(templateSchema),
  /** Templates of the file that the list has already, word for word. */
  known: z.number().int(),
})
export type TemplatesImported = z.infer<typeof templatesImportedSchema>
