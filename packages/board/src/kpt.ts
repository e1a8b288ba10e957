import type { ItemId, KptColumn, KptNote } from '@kintsugi/model'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { lastSlot } from './order.ts'
import type { Board } from './shape.ts'
import { act, fieldKey } from './verb.ts'

/** A new note goes to the end of its column. */
export type KptNoteInit = Omit<ItemInit<'kptNotes'>, 'slot' | 'seal'> & { column: KptColumn }
export function addKptNote(board: Board, { column, ...init }: KptNoteInit): ItemId {
  return act(board, 'addKptNote', () =>
    addItem(board, 'kptNotes', { ...init, slot: lastSlot(board, column) }),
  )
}

export type KptNotePatch = Partial<Omit<KptNote, 'id' | 'text' | 'slot' | 'groupId' | 'seal'>>
/** False where the note is gone. */
export function changeKptNote(board: Board, id: ItemId, patch: KptNotePatch): boolean {
  return act(board, 'changeKptNote', () => changeItem(board, 'kptNotes', id, patch), fieldKey(id, patch))
}
