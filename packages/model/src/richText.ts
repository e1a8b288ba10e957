import { z } from 'zod'

/** The blocks and marks a text on the board may hold: a subset of ProseMirror's JSON, so that Tiptap reads it as it is. */
export const blockNames = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'hardBreak',
  'horizontalRule',
] as const
export const markNames = ['bold', 'italic', 'strike', 'code', 'link', 'underline'] as const

const attrsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export const markSchema = z.object({ type: z.enum(markNames), attrs: attrsSchema.optional() })
export type Mark = z.infer<typeof markSchema>

export type RichTextNode =
  | { type: 'text'; text: string; marks?: Mark[] | undefined }
  | {
      type: (typeof blockNames)[number]
      attrs?: z.infer<typeof attrsSchema> | undefined
      content?: RichTextNode[] | undefined
    }
/** Recursive: whoever publishes schemas names it, so that it can refer to itself. */
export const richTextNodeSchema: z.ZodType<RichTextNode> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('text'), text: z.string(), marks: z.array(markSchema).optional() }),
    z.object({
      type: z.enum(blockNames),
      attrs: attrsSchema.optional(),
      content: z.array(richTextNodeSchema).optional(),
    }),
  ]),
)
export const richTextSchema = z.object({ type: z.literal('doc'), content: z.array(richTextNodeSchema) })
export type RichText = z.infer<typeof richTextSchema>

export const emptyRichText: RichText = { type: 'doc', content: [] }

/** One paragraph a line. An empty text is an empty document. */
export function richTextOf(plain: string): RichText {
  if (plain === '') return emptyRichText
  const content = plain
    .split('\n')
    .map(
      (line): RichTextNode =>
        line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    )
  return { type: 'doc', content }
}

/** The words without their formatting, one line a block. */
export function plainTextOf(text: RichText): string {
  const lines: string[] = []
  const visit = (node: RichTextNode): void => {
    if (node.type === 'text') lines[lines.length - 1] = (lines.at(-1) ?? '') + node.text
    else if (node.type === 'hardBreak') lines.push('')
    else {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock') lines.push('')
      for (const child of node.content ?? []) visit(child)
    }
  }
  for (const node of text.content) visit(node)
  return lines.join('\n').trim()
}
