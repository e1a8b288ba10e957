import { createHash } from 'node:crypto'
import { boardIdSchema, boardSnapshotSchema, instantSchema } from '@kintsugi/model'
import canonicalize from 'canonicalize'
import { z } from 'zod'

export const revisionFormat = 'kintsugi.revision/1'

/**
 * What is finalized: everything a reader may want to rely on stands inside the hashed bytes, the chain to the
 * revision before included. Nothing about the revision is kept beside them that is not also in them.
 */
export const revisionDocumentSchema = z.object({
  format: z.literal(revisionFormat),
  boardId: boardIdSchema,
  number: z.number().int().positive(),
  /** Hash of revision `number - 1`; null for the first. */
  previousHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  finalizedAt: instantSchema,
  /** Name under which it was finalized. */
  finalizedBy: z.string(),
  snapshot: boardSnapshotSchema,
})
export type RevisionDocument = z.infer<typeof revisionDocumentSchema>

/** SHA-256 over exactly these bytes, hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** RFC 8785 (JCS) bytes in UTF-8, and their hash. The bytes are what is stored, sent and verified. */
export function sealRevision(document: RevisionDocument): { bytes: Uint8Array; hash: string } {
  const text = canonicalize(document)
  if (text === undefined) throw new Error('invariant: a revision document is always JSON')
  const bytes = new TextEncoder().encode(text)
  return { bytes, hash: hashOf(bytes) }
}

/** Why bytes are no revision, or the document in them. */
export function readRevision(bytes: Uint8Array): RevisionDocument | { reason: string } {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { reason: 'not JSON in UTF-8' }
  }
  const read = revisionDocumentSchema.safeParse(json)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return { reason: `${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'unreadable'}` }
}
