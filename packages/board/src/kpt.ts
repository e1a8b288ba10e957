import type { ItemId, KptColumn, KptGroup, KptNote, Placement, RichText } from '@kintsugi/model'
import { bearAction } from './actions.ts'
import { bearCause } from './causes.ts'
import { addItem, changeItem, type ItemInit } from './item.ts'
import { keepLink } from './links.ts'
import { itemsOf, lastSlot, moveToSlot, slotOf } from './order.ts'
import type { Between } from './ranks.ts'
import { readRichText } from './richText.ts'
import { type Board, fragmentOf, itemIn, things } from './shape.ts'
import { act, fieldKey } from './verb.ts'

/** A new note goes to the end of its column. */
export type KptNoteInit = Omit<ItemInit<'kptNotes'>, 'slot'> & { column: KptColumn }
export function addKptNote(board: Board, { column, ...init }: KptNoteInit): ItemId {
  return act(board, 'addKptNote', () =>
    addItem(board, 'kptNotes', { ...init, slot: lastSlot(board, column) }),
  )
}

export type KptNotePatch = Partial<Omit<KptNote, 'id' | 'text' | 'slot' | 'groupId'>>
/** False where the note is gone. */
export function changeKptNote(board: Board, id: ItemId, patch: KptNotePatch): boolean {
  return act(board, 'changeKptNote', () => changeItem(board, 'kptNotes', id, patch), fieldKey(id, patch))
}

export type KptMove = Between & { column: KptColumn }
/** Moves a note; one that leaves its group's column leaves the group. False where the note is gone. */
export function moveKptNote(board: Board, id: ItemId, { column, ...between }: KptMove): boolean {
  return act(board, 'moveKptNote', () => {
    const note = itemIn(board, 'kptNotes', id)
    if (note === undefined) return false
    moveToSlot(board, id, note, column, between)
    const group = itemIn(board, 'kptGroups', String(note.get('groupId')))
    if (group !== undefined && slotOf(group).column !== column) note.set('groupId', null)
    return true
  })
}

/** Puts notes into a new group that stands where the first of them stood. Undefined where none of them is left. */
export function groupKptNotes(board: Board, ids: readonly ItemId[], name = ''): ItemId | undefined {
  return act(board, 'groupKptNotes', () => {
    const notes = ids.flatMap((id) => itemIn(board, 'kptNotes', id) ?? [])
    const first = notes[0]
    if (first === undefined) return undefined
    const slot = slotOf(first)
    const groupId = addItem(board, 'kptGroups', { name, slot })
    for (const note of notes) {
      note.set('groupId', groupId)
      if (slotOf(note).column !== slot.column) note.set('slot', lastSlot(board, slot.column))
    }
    return groupId
  })
}

export function changeKptGroup(board: Board, id: ItemId, patch: Partial<Pick<KptGroup, 'name'>>): boolean {
  return act(board, 'changeKptGroup', () => changeItem(board, 'kptGroups', id, patch), fieldKey(id, patch))
}

/** Moves a group, and with it its notes' column. */
export function moveKptGroup(board: Board, id: ItemId, { column, ...between }: KptMove): boolean {
  return act(board, 'moveKptGroup', () => {
    const group = itemIn(board, 'kptGroups', id)
    if (group === undefined) return false
    moveToSlot(board, id, group, column, between)
    for (const [, note] of itemsOf(board, 'kptNotes')) {
      if (note.get('groupId') === id && slotOf(note).column !== column)
        note.set('slot', lastSlot(board, column))
    }
    return true
  })
}

export function ungroupKptNotes(board: Board, groupId: ItemId): boolean {
  return act(board, 'ungroupKptNotes', () => {
    if (itemIn(board, 'kptGroups', groupId) === undefined) return false
    for (const [, note] of itemsOf(board, 'kptNotes')) {
      if (note.get('groupId') === groupId) note.set('groupId', null)
    }
    things(board, 'kptGroups').delete(groupId)
    return true
  })
}

function textOfNote(board: Board, noteId: ItemId): RichText | undefined {
  const fragment = fragmentOf(board, { part: 'kptNotes', id: noteId, field: 'text' })
  return fragment === undefined ? undefined : readRichText(fragment).text
}

/** A Problem becomes a cause: the note stays, the cause begins with its words, a link says where it came from. */
export function causeFromNote(board: Board, noteId: ItemId, placement?: Placement): ItemId | undefined {
  return act(board, 'causeFromNote', () => {
    const text = textOfNote(board, noteId)
    if (text === undefined) return undefined
    const id = bearCause(board, placement === undefined ? { text } : { text, placement })
    keepLink(board, { kind: 'origin', from: noteId, to: id })
    return id
  })
}

/** A Try becomes an action, in the same way. */
export function actionFromNote(board: Board, noteId: ItemId): ItemId | undefined {
  return act(board, 'actionFromNote', () => {
    const text = textOfNote(board, noteId)
    if (text === undefined) return undefined
    const id = bearAction(board, { text })
    keepLink(board, { kind: 'origin', from: noteId, to: id })
    return id
  })
}
