import { compareSlotted, type ItemId, type KptNote } from '@kintsugi/model'
import { readItem } from './item.ts'
import { dissolve, dropIfEmpty } from './kptHeaps.ts'
import { isAside, sealedNote } from './sealed.ts'
import { type Board, itemIn, partOf, things } from './shape.ts'
import { act } from './verb.ts'

/**
 * Removes items of any part; of a group only the group, and the group whose last note goes. Links and placements of a
 * removed item stay in the document, hidden: they come back when the item does. A sealed note is its author's: it is set
 * aside, which looks the same to everybody. Returns how many were there.
 */
export function removeItems(board: Board, ids: readonly ItemId[]): number {
  return act(board, 'removeItems', () => {
    const left = new Set<ItemId>()
    let removed = 0
    for (const id of ids) {
      const part = partOf(board, id)
      if (part === undefined) continue
      const note = part === 'kptNotes' ? sealedNote(board, id) : undefined
      if (note !== undefined && isAside(note)) continue
      const groupId = part === 'kptNotes' ? itemIn(board, part, id)?.get('groupId') : undefined
      if (part === 'kptGroups') dissolve(board, id)
      else if (note === undefined) things(board, part).delete(id)
      else note.set('aside', true)
      if (typeof groupId === 'string') left.add(groupId)
      removed += 1
    }
    for (const groupId of left) dropIfEmpty(board, groupId)
    return removed
  })
}

/** The sealed notes that were set aside, in the order of the board. */
export function asideNotes(board: Board): KptNote[] {
  const found: KptNote[] = []
  for (const id of things(board, 'kptNotes').keys()) {
    const note = sealedNote(board, id)
    if (note === undefined || !isAside(note)) continue
    const { item } = readItem('kptNotes', id, note, true)
    if (item !== null) found.push(item as KptNote)
  }
  return found.toSorted(compareSlotted)
}

/** Puts notes that were set aside back where they stood, whoever removed them. Returns how many there were. */
export function putBackNotes(board: Board, ids: readonly ItemId[]): number {
  return act(board, 'putBackNotes', () => {
    let back = 0
    for (const id of ids) {
      const note = sealedNote(board, id)
      if (note === undefined || !isAside(note)) continue
      note.delete('aside')
      back += 1
    }
    return back
  })
}
