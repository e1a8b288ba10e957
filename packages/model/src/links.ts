import { z } from 'zod'
import { itemIdSchema } from './id.ts'

/**
 * Links between items, the heart of the board:
 * `because` effect → cause · `evidence` entry → cause · `origin` KPT note → cause or action it became ·
 * `about` KPT note → entry or cause it speaks of · `answers` action → cause.
 */
export const linkKinds = ['because', 'evidence', 'origin', 'about', 'answers'] as const
export const linkKindSchema = z.enum(linkKinds)
export type LinkKind = z.infer<typeof linkKindSchema>
export const linkSchema = z.object({ kind: linkKindSchema, from: itemIdSchema, to: itemIdSchema })
export type Link = z.infer<typeof linkSchema>

/** The same link has the same key wherever it is made, so two people making it at once make one. */
export function linkKey(link: Link): string {
  return `${link.kind}:${link.from}:${link.to}`
}
