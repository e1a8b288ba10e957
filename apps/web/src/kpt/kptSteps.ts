import type { KptMove } from '@kintsugi/board'
import { type BoardSnapshot, type KptColumn, type KptHeap, kptColumns, kptHeaps } from '@kintsugi/model'

type Kpt = Pick<BoardSnapshot, 'kptNotes' | 'kptGroups'>

interface Standing {
  column: KptColumn
  heaps: readonly KptHeap[]
  /** Its heap, or the one it stands in. */
  heap: KptHeap
  /** Whether it is a note in a group. */
  inside: boolean
}
function standingOf(kpt: Kpt, id: string): Standing | undefined {
  for (const column of kptColumns) {
    const heaps = kptHeaps(kpt, column)
    const heap = heaps.find((each) => each.id === id || each.notes.some((note) => note.id === id))
    if (heap) return { column, heaps, heap, inside: heap.group !== null && heap.id !== id }
  }
  return undefined
}

/** The ids in the list that something moves in by steps: the notes of its group, or the heaps of its column. */
export function kptLikes(kpt: Kpt, id: string): readonly string[] | undefined {
  const at = standingOf(kpt, id)
  return (at?.inside ? at.heap.notes : at?.heaps)?.map((each) => each.id)
}

/**
 * One step up or down for things that stand together: past the note above or below, at the edge of a group out of it.
 * Undefined where there is no further to go.
 */
export function kptStep(kpt: Kpt, ids: readonly string[], by: 1 | -1): KptMove | undefined {
  const all = ids.map((id) => standingOf(kpt, id))
  const [first] = all
  if (!first || all.some((at) => at?.column !== first.column || at.inside !== first.inside)) return undefined
  if (first.inside && all.some((at) => at?.heap.id !== first.heap.id)) return undefined
  const list = (first.inside ? first.heap.notes : first.heaps).map(({ id }) => id)
  const places = ids.map((id) => list.indexOf(id))
  const edge = by === 1 ? Math.max(...places) : Math.min(...places)
  const past = list[edge + by]
  const { column } = first
  if (past !== undefined)
    return {
      column,
      ...(first.inside ? { group: first.heap.id } : {}),
      ...(by === 1 ? { after: past } : { before: past }),
    }
  return first.inside
    ? { column, group: null, ...(by === 1 ? { after: first.heap.id } : { before: first.heap.id }) }
    : undefined
}

/** To the end of the column beside; undefined beyond the last. */
export function kptShift(kpt: Kpt, ids: readonly string[], by: 1 | -1): KptMove | undefined {
  const at = ids[0] === undefined ? undefined : standingOf(kpt, ids[0])
  const column = at && kptColumns[kptColumns.indexOf(at.column) + by]
  return column && { column, group: null }
}

/** Whether something stands already where a move would put it: between the same two, in the same group. */
export function standsAt(kpt: Kpt, id: string, { column, group, after, before }: KptMove): boolean {
  const at = standingOf(kpt, id)
  if (at?.column !== column || (at.inside ? at.heap.id : null) !== (group ?? null)) return false
  const list = kptLikes(kpt, id) ?? []
  const i = list.indexOf(id)
  return list[i - 1] === after && list[i + 1] === before
}

/** These in the order they read. */
export function inKptOrder(kpt: Kpt, ids: Iterable<string>): string[] {
  const wanted = new Set(ids)
  return kptColumns
    .flatMap((column) => kptHeaps(kpt, column))
    .flatMap(({ id, group, notes }) => (group ? [id, ...notes.map((note) => note.id)] : [id]))
    .filter((id) => wanted.has(id))
}

/** What stands before a note in its column, and could take it in: a group, or a note alone. */
export function heapBefore(kpt: Kpt, id: string): KptHeap | undefined {
  const at = standingOf(kpt, id)
  return at?.inside ? undefined : at?.heaps[at.heaps.findIndex((heap) => heap.id === id) - 1]
}
