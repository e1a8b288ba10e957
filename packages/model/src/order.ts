import type { Action } from './actions.ts'
import type { Cause } from './causes.ts'
import type { KptColumn, KptSlot } from './kpt.ts'
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
