import { compareText, type ItemId } from '@kintsugi/model'
import { itemsOf, moveToSlot, slotOf } from './order.ts'
import { isAside } from './sealed.ts'
import { type Board, itemIn, type Things, things } from './shape.ts'

/** The notes that say they are in a group, as they stand in it. */
export function notesIn(board: Board, groupId: string): [ItemId, Things][] {
  return itemsOf(board, 'kptNotes')
    .filter(([, note]) => note.get('groupId') === groupId)
    .sort(([a, noteA], [b, noteB]) => {
      const [rankA, rankB] = [slotOf(noteA).rank, slotOf(noteB).rank]
      return compareText(rankA, rankB) || compareText(a, b)
    })
}
export const groupOf = (note: Things): string => String(note.get('groupId') ?? '')

/** The group that a note reads in: it is there, and stands in the note's column. Empty where it reads in none. */
export function shownGroupOf(board: Board, note: Things): string {
  const id = groupOf(note)
  const group = itemIn(board, 'kptGroups', id)
  return group !== undefined && slotOf(group).column === slotOf(note).column ? id : ''
}

/** A group that nobody is left in goes. */
export function dropIfEmpty(board: Board, groupId: string): void {
  if (
    itemIn(board, 'kptGroups', groupId) !== undefined &&
    notesIn(board, groupId).every(([, note]) => isAside(note))
  )
    things(board, 'kptGroups').delete(groupId)
}

/** Takes a group away from its notes: they stand where it stood. */
export function dissolve(board: Board, groupId: ItemId): boolean {
  const group = itemIn(board, 'kptGroups', groupId)
  if (group === undefined) return false
  const { column } = slotOf(group)
  let after = groupId
  for (const [id, note] of notesIn(board, groupId)) {
    note.set('groupId', null)
    if (slotOf(note).column !== column) continue
    moveToSlot(board, id, note, column, { after })
    after = id
  }
  things(board, 'kptGroups').delete(groupId)
  return true
}
