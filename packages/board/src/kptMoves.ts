import type { ItemId, KptColumn } from '@kintsugi/model'
import { dropIfEmpty, groupOf, notesIn, shownGroupOf } from './kptHeaps.ts'
import { lastSlot, moveToSlot, slotOf } from './order.ts'
import type { Between } from './ranks.ts'
import { type Board, itemIn, type Things } from './shape.ts'
import { act } from './verb.ts'

export interface KptMove extends Between {
  column: KptColumn
  /** The group it goes into (its column goes before `column`), or null for out of any; left out, it stays in its own. */
  group?: ItemId | null
}

/** Behind the last of a group's notes, other than this one. */
function behindAll(board: Board, groupId: string, noteId: ItemId): Between {
  const last = notesIn(board, groupId).findLast(([id]) => id !== noteId)
  return last === undefined ? {} : { after: last[0] }
}

/** Puts a note somewhere. Returns the group it left; empty where it left none. */
export function moveNote(
  board: Board,
  id: ItemId,
  note: Things,
  { group, column, ...between }: KptMove,
): string {
  const home = groupOf(note)
  const wanted = group === undefined ? home : (group ?? '')
  const target = itemIn(board, 'kptGroups', wanted)
  const stays = target !== undefined && (group === wanted || slotOf(target).column === column)
  const isPlaced = between.before !== undefined || between.after !== undefined
  if (stays) {
    const place = isPlaced ? between : behindAll(board, wanted, id)
    moveToSlot(board, id, note, slotOf(target).column, place)
  } else moveToSlot(board, id, note, column, between)
  const into = stays ? wanted : null
  if ((note.get('groupId') ?? null) !== into) note.set('groupId', into)
  return home === (into ?? '') ? '' : home
}

export function moveGroup(board: Board, id: ItemId, group: Things, { column, after, before }: KptMove): void {
  // Who reads without it stays where they are.
  const members = notesIn(board, id).filter(([, note]) => shownGroupOf(board, note) === id)
  moveToSlot(board, id, group, column, {
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  })
  for (const [, note] of members)
    if (slotOf(note).column !== column) note.set('slot', lastSlot(board, column))
}

/** Moves notes and groups behind each other; a note whose group moves too goes with it. Returns how many were there. */
function moveAll(board: Board, ids: readonly ItemId[], move: KptMove): number {
  const left = new Set<string>()
  let place = move
  let moved = 0
  for (const id of ids) {
    const [note, group] = [itemIn(board, 'kptNotes', id), itemIn(board, 'kptGroups', id)]
    if (note !== undefined && !ids.includes(shownGroupOf(board, note)))
      left.add(moveNote(board, id, note, place))
    else if (group !== undefined) moveGroup(board, id, group, place)
    else continue
    const { before: _before, ...rest } = move
    place = { ...rest, after: id }
    moved += 1
  }
  for (const groupId of left) dropIfEmpty(board, groupId)
  return moved
}

/** Moves a note; one that leaves its group's column leaves the group. False where the note is gone. */
export function moveKptNote(board: Board, id: ItemId, move: KptMove): boolean {
  return act(board, 'moveKptNote', () => moveAll(board, [id], move) > 0)
}

/** Moves notes and whole groups to one place, behind each other in this order. Returns how many were there. */
export function moveKptItems(board: Board, ids: readonly ItemId[], move: KptMove): number {
  return act(board, 'moveKptItems', () => moveAll(board, ids, move))
}

/** Moves a group, and with it its notes' column. */
export function moveKptGroup(board: Board, id: ItemId, move: KptMove): boolean {
  return act(board, 'moveKptGroup', () => {
    const group = itemIn(board, 'kptGroups', id)
    if (group === undefined) return false
    moveGroup(board, id, group, move)
    return true
  })
}
