import type { Action } from './actions.ts'
import type { Cause } from './causes.ts'
import type { ItemId } from './id.ts'
import type { KptColumn, KptGroup, KptNote, KptSlot } from './kpt.ts'
import { kptColumns } from './kpt.ts'
import type { TimelineEntry } from './timeline.ts'

/** Code unit order: the same in every browser, locale and database. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Entries without any time read last; those known to the day only read at the end of that day. */
function timeKey(entry: TimelineEntry): number {
  if (entry.at !== null) return Date.parse(entry.at)
  return entry.day === null ? Number.MAX_SAFE_INTEGER : Date.parse(`${entry.day}T23:59:59.999Z`)
}

export function compareTimelineEntries(a: TimelineEntry, b: TimelineEntry): number {
  return timeKey(a) - timeKey(b) || compareText(a.rank, b.rank) || compareText(a.id, b.id)
}

export function compareRanked(
  a: Pick<Cause | Action, 'rank' | 'id'>,
  b: Pick<Cause | Action, 'rank' | 'id'>,
): number {
  return compareText(a.rank, b.rank) || compareText(a.id, b.id)
}

const columnIndex = (column: KptColumn): number => kptColumns.indexOf(column)
export function compareSlotted(a: { id: string; slot: KptSlot }, b: { id: string; slot: KptSlot }): number {
  return (
    columnIndex(a.slot.column) - columnIndex(b.slot.column) ||
    compareText(a.slot.rank, b.slot.rank) ||
    compareText(a.id, b.id)
  )
}

/** What stands at one place of a KPT column: a group with its notes, or one note that is in none. */
export interface KptHeap {
  /** The group's, or the note's. */
  id: ItemId
  group: KptGroup | null
  notes: readonly KptNote[]
}

/**
 * A column as it reads: groups and the notes in none share its ranks, a group's notes stand in it in their own order.
 * A group without notes is not there to be read.
 */
export function kptHeaps(
  { kptNotes, kptGroups }: { kptNotes: readonly KptNote[]; kptGroups: readonly KptGroup[] },
  column: KptColumn,
): KptHeap[] {
  const groups = new Map(
    kptGroups.filter(({ slot }) => slot.column === column).map((group) => [group.id, group]),
  )
  const notes = kptNotes.filter(({ slot }) => slot.column === column)
  const heaps = Map.groupBy(notes, ({ id, groupId }) => groups.get(groupId ?? '')?.id ?? id)
  return [...heaps]
    .map(([id, members]) => ({ id, group: groups.get(id) ?? null, notes: members.toSorted(compareSlotted) }))
    .toSorted((a, b) => compareSlotted(placeOf(a), placeOf(b)))
}
const placeOf = ({ id, group, notes }: KptHeap): { id: ItemId; slot: KptSlot } =>
  group ?? notes[0] ?? { id, slot: { column: 'keep', rank: '' } }
