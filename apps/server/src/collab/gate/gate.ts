import type * as Y from 'yjs'
import { type Decoded, decode, mostParts } from './decoded.ts'
import { freshDeletes } from './deletes.ts'
import { encode } from './encode.ts'
import { judgeStructs } from './structs.ts'
import { type Gap, type Refused, refused } from './verdict.ts'

export type Ownership = 'own' | 'free' | 'foreign'
export type GateContext = {
  /** Whose edits this client id carries, seen from the sender. */
  ownershipOf(clientId: number): Ownership
  /** The server's own hand may write where clients may not, and is not measured. */
  readonly trusted: boolean
}

/** What the gate found. It changes nothing; `bytes` holds exactly what was judged, and nothing the document has. */
export type GateVerdict =
  | {
      kind: 'new'
      bytes: Uint8Array
      /** Clocks that the document reaches once the bytes are applied. */
      reach: ReadonlyMap<number, number>
      /** Client ids that nobody had until now. */
      claims: readonly number[]
      /** Items that come into being. */
      itemsAdded: number
    }
  | { kind: 'known' }
  | Gap
  | Refused

/** Judges an update against the document as it is, without touching it. Never throws for what the bytes hold. */
export function gate(doc: Y.Doc, update: Uint8Array, context: GateContext): GateVerdict {
  const decoded = decode(update)
  if (decoded === undefined) return refused('malformed')
  if (decoded === 'tooManyParts') return refused('tooManyParts', { limit: mostParts })
  try {
    return judge(doc, decoded, context)
  } catch (error) {
    // What nobody thought of is refused, not let through, and does not take the process down.
    return refused('unjudgeable', { reason: error instanceof Error ? error.message : String(error) })
  }
}

function judge(doc: Y.Doc, decoded: Decoded, context: GateContext): GateVerdict {
  const structs = judgeStructs(doc, decoded, context)
  if (structs.kind !== 'fresh') return structs
  const deletes = freshDeletes(doc, decoded.deletes, structs.reach, context.trusted)
  if (deletes.kind !== 'fresh') return deletes
  if (structs.blocks.length === 0 && deletes.ranges.size === 0) return { kind: 'known' }
  return {
    kind: 'new',
    bytes: encode(structs.blocks, deletes.ranges),
    reach: structs.reach,
    claims: structs.claims,
    itemsAdded: structs.itemsAdded,
  }
}
