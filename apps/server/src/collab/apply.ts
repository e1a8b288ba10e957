import type { TransactionOrigin } from '@hocuspocus/server'
import * as Y from 'yjs'

/** No store debounce: what is applied has been stored. */
const fromLog: TransactionOrigin = { source: 'local', skipStoreHooks: true }

/**
 * Applies stored bytes. Returns why they did not go in whole: Yjs threw, or parked a part of them, or did not get as
 * far as the gate reckoned. Then the document is not what the log says, and must not be used any more.
 */
export function apply(doc: Y.Doc, bytes: Uint8Array, reach?: ReadonlyMap<number, number>): unknown {
  try {
    Y.applyUpdate(doc, bytes, fromLog)
  } catch (error) {
    return error ?? new Error('Yjs threw nothing')
  }
  if (isParked(doc)) return new Error('a part of the update was parked')
  for (const [clientId, clock] of reach ?? []) {
    if (Y.getState(doc.store, clientId) < clock)
      return new Error('the update did not get as far as it should')
  }
  return undefined
}

export const isParked = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null
