import * as Y from 'yjs'
import { type Board, type Things, things } from './shape.ts'

/** What of a sealed note everybody may change: where it stands, whether it is to be reused, and whether it is set aside. */
export const openFields: readonly string[] = ['slot', 'groupId', 'reusable', 'aside']

/** A note that its author alone rewrites and removes, by a key that is in no document. */
export function isSealed(note: unknown): note is Things {
  return note instanceof Y.Map && (note.get('seal') ?? null) !== null
}

/** Removed by somebody who did not write it: hidden, and back when that is undone. */
export function isAside(item: Things): boolean {
  return item.get('aside') === true
}

/** Sealed notes by id, those set aside too. */
export function sealedNote(board: Board, id: string): Things | undefined {
  const note = things(board, 'kptNotes').get(id)
  return isSealed(note) ? note : undefined
}
