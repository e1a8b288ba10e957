import { openBoard, readSnapshot } from '@kintsugi/board'
import type { Problem } from '@kintsugi/model'
import * as Y from 'yjs'
import { newId } from '../identity/newId.ts'

/** A local document that the server refused in part: kept whole on this device until the person throws it away. */
export interface RecoveredDraft {
  readonly id: string
  readonly boardId: string
  /** ISO 8601 UTC. */
  readonly savedAt: string
  readonly problem: Problem
}

/** The draft's whole board as `BoardSnapshot` JSON, the form every importer of ours reads. */
export function draftAsJson(update: Uint8Array): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const text = JSON.stringify(readSnapshot(openBoard(doc, { newId })), null, 2)
  doc.destroy()
  return text
}
