import * as Y from 'yjs'

/**
 * Folds rows into a checkpoint. Undefined where the result cannot be trusted: a part was parked, or what is written
 * does not read back as what was meant. Then the rows stay as they are.
 */
export function fold(checkpoint: Uint8Array, rows: readonly Uint8Array[]): Uint8Array | undefined {
  const doc = docOf([checkpoint, ...rows])
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return undefined
  const bytes = Y.encodeStateAsUpdate(doc)
  const again = docOf([bytes])
  const whole = again.store.pendingStructs === null && again.store.pendingDs === null
  return whole && Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again)) ? bytes : undefined
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}
