import type { ItemId, KptGroup } from '@kintsugi/model'
import { addItem, changeItem } from './item.ts'
import { dissolve, dropIfEmpty, groupOf, shownGroupOf } from './kptHeaps.ts'
import { moveNote } from './kptMoves.ts'
import { lastSlot, moveToSlot, slotOf } from './order.ts'
import type { Between } from './ranks.ts'
import { type Board, itemIn } from './shape.ts'
import { act, fieldKey } from './verb.ts'

/**
 * Puts notes into a new group that stands where the first of them stood, or where its group did. Undefined where none of
 * them is left.
 */
export function groupKptNotes(board: Board, ids: readonly ItemId[], name = ''): ItemId | undefined {
  return act(board, 'groupKptNotes', () => {
    const notes = ids.flatMap((id) => {
      const note = itemIn(board, 'kptNotes', id)
      return note === undefined ? [] : [{ id, note }]
    })
    const [first] = notes
    if (first === undefined) return undefined
    const slot = slotOf(first.note)
    const home = shownGroupOf(board, first.note)
    const groupId = addItem(board, 'kptGroups', { name, slot })
    const group = itemIn(board, 'kptGroups', groupId)
    const beside = home === '' ? { before: first.id } : { after: home }
    if (group !== undefined) moveToSlot(board, groupId, group, slot.column, beside)
    const left = new Set(notes.map(({ note }) => groupOf(note)))
    for (const { note } of notes) {
      note.set('groupId', groupId)
      if (slotOf(note).column !== slot.column) note.set('slot', lastSlot(board, slot.column))
    }
    for (const id of left) dropIfEmpty(board, id)
    return groupId
  })
}

/**
 * Puts a note behind those of a group that is there, or (null) out of its own, behind that. A group that nobody is left in
 * goes. False where the note or the group is gone.
 */
export function joinKptGroup(board: Board, noteId: ItemId, groupId: ItemId | null): boolean {
  return act(board, 'joinKptGroup', () => {
    const note = itemIn(board, 'kptNotes', noteId)
    if (note === undefined) return false
    if (groupId !== null && itemIn(board, 'kptGroups', groupId) === undefined) return false
    const home = groupOf(note)
    if (home === (groupId ?? '')) return true
    const { column } = slotOf(note)
    dropIfEmpty(board, moveNote(board, noteId, note, { column, group: groupId, ...leaving(groupId, home) }))
    return true
  })
}
const leaving = (into: ItemId | null, home: string): Between => (into === null ? { after: home } : {})

export function changeKptGroup(board: Board, id: ItemId, patch: Partial<Pick<KptGroup, 'name'>>): boolean {
  return act(board, 'changeKptGroup', () => changeItem(board, 'kptGroups', id, patch), fieldKey(id, patch))
}

/** False where none of the groups is left. */
export function ungroupKptNotes(board: Board, ...groupIds: readonly ItemId[]): boolean {
  return act(
    board,
    'ungroupKptNotes',
    () => groupIds.filter((groupId) => dissolve(board, groupId)).length > 0,
  )
}
