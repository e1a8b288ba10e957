import { openBoard, readSnapshot } from '@kintsugi/board'
import type { BoardSnapshot, Problem } from '@kintsugi/model'
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

/** The draft's board as it was on the screen. */
export function draftSnapshot(update: Uint8Array): BoardSnapshot {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const snapshot = readSnapshot(openBoard(doc, { newId }))
  doc.destroy()
  return snapshot
}
