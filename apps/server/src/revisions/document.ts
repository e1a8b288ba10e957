import { createHash } from 'node:crypto'
import { type RevisionDocument, revisionDocumentSchema } from '@kintsugi/protocol'
import canonicalize from 'canonicalize'

/** SHA-256 over exactly these bytes, hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** RFC 8785 has no bytes for half a surrogate pair; a board must not become unfinalizable by one. */
function wellFormed(document: RevisionDocument): unknown {
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
}

/** RFC 8785 (JCS) bytes in UTF-8, and their hash. The bytes are what is stored, sent and verified. */
export function sealRevision(document: RevisionDocument): { bytes: Uint8Array; hash: string } {
  const text = canonicalize(wellFormed(document))
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
