import * as Y from 'yjs'
import type { StoredBoard } from '../storage/updateLog.ts'
import { apply, isParked } from './apply.ts'

/**
 * Fills an empty document from the log. Within one transaction: row by row, each would be encoded anew for listeners
 * that are not there yet. False if it could not be filled whole; then the document is spoilt.
 */
export function fill(doc: Y.Doc, stored: StoredBoard): boolean {
  try {
    doc.transact(() => {
      Y.applyUpdate(doc, stored.checkpoint)
      for (const { bytes } of stored.updates) Y.applyUpdate(doc, bytes)
    })
  } catch {
    // Which row it was is found by `poisonedRows`, one by one.
    return false
  }
  return !isParked(doc)
}

/** The rows that do not go into the document the others make. */
export function poisonedRows(stored: StoredBoard): { seq: number; reason: string }[] {
  const poisoned: { seq: number; reason: string }[] = []
  const good: Uint8Array[] = [stored.checkpoint]
  let doc = docOf(good)
  for (const { seq, bytes } of stored.updates) {
    const error = apply(doc, bytes)
    if (error === undefined) good.push(bytes)
    else {
      poisoned.push({ seq, reason: error instanceof Error ? error.message : String(error) })
      doc = docOf(good)
    }
  }
  return poisoned
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}
