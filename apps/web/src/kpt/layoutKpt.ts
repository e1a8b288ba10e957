import {
  type KptColumn,
  type KptGroup,
  type KptHeap,
  type KptNote,
  kptColumns,
  plainTextOf,
} from '@kintsugi/model'
import { type Rect, rectOf } from '../canvas/geometry.ts'
import type { Placed } from '../canvas/placed.ts'
import { linesOf } from '../canvas/textLines.ts'
import { flow, tracksFor } from './flow.ts'

export const noteCard = { width: 154, padding: 11, line: 19, foot: 22, fontSize: 13, mostLines: 7 } as const
/** A group's frame: around its notes, its name above them. */
export const groupFrame = { edge: 5, top: 5, line: 18, facts: 24, fontSize: 12.5, mostLines: 2 } as const
const gap = 10
const trackGap = 14
export const columnGap = 22
const room = { side: 20, head: 52, foot: 56, line: 46 }

/** A heap and where it lies: a note alone, or a group's frame with its notes in it. */
export interface PlacedHeap {
  id: string
  /** Null for a note that is in no group. */
  group: KptGroup | null
  rect: Rect
  /** Below it the group's notes begin. */
  headBottom: number
  notes: readonly { id: string; rect: Rect }[]
}
export interface KptColumnLayout {
  name: KptColumn
  rect: Rect
  /** Notes in it. */
  count: number
  /** y of the first heap. */
  top: number
  /** y below its last note, where the next one goes. */
  bottom: number
  heaps: readonly PlacedHeap[]
}
export interface KptLayout {
  zone: Rect
  /** In the order they read; a group before its notes, so that they lie on it. */
  placed: readonly Placed[]
  columns: readonly KptColumnLayout[]
}

const measured = new WeakMap<KptNote, number>()
/** Lines of a note's text, whether its card shows them all or not. */
export function linesOfNote(note: KptNote): number {
  const known = measured.get(note)
  if (known !== undefined) return known
  const text = plainTextOf(note.text)
  const lines = linesOf(text, noteCard.width - 2 * noteCard.padding, noteCard.fontSize)
  measured.set(note, lines)
  return lines
}
/** Lines of a note's text that its card shows. */
export const noteLines = (note: KptNote): number => Math.min(noteCard.mostLines, linesOfNote(note))
export const noteHeight = (note: KptNote): number => 2 * 9 + noteLines(note) * noteCard.line + noteCard.foot

/** Lines that a group's name takes above its notes. */
export const groupNameLines = (name: string): number =>
  Math.min(groupFrame.mostLines, linesOf(name, noteCard.width - 14, groupFrame.fontSize))
const headHeight = (name: string): number =>
  groupFrame.top + groupNameLines(name) * groupFrame.line + groupFrame.facts

const widthOf = (tracks: number): number => tracks * noteCard.width + (tracks - 1) * trackGap
const xOf = (track: number): number => track * (noteCard.width + trackGap)

interface Box {
  heap: KptHeap
  span: number
  height: number
  head: number
  notes: readonly { note: KptNote; track: number; y: number; height: number }[]
}
function boxOf(heap: KptHeap): Box {
  const { group, notes } = heap
  const heights = notes.map(noteHeight)
  if (group === null) {
    const [note] = notes
    const height = heights[0] ?? 0
    return { heap, span: 1, height, head: 0, notes: note ? [{ note, track: 0, y: 0, height }] : [] }
  }
  const inner = flow(
    heights.map((height) => ({ height, span: 1 })),
    tracksFor(heights, gap),
    gap,
  )
  const head = headHeight(group.name)
  return {
    heap,
    span: inner.tracks,
    height: head + inner.height + groupFrame.edge + 1,
    head,
    notes: notes.map((note, i) => {
      const { track = 0, y = 0 } = inner.places[i] ?? {}
      return { note, track, y: head + y, height: heights[i] ?? 0 }
    }),
  }
}

interface Column {
  tracks: number
  height: number
  heaps: readonly PlacedHeap[]
  placed: readonly Placed[]
}
/** A column at the origin. */
function layoutColumn(heaps: readonly KptHeap[]): Column {
  const boxes = heaps.map(boxOf)
  const areas = boxes.map(({ height, span }) => height * span)
  const { places, tracks, height } = flow(boxes, tracksFor(areas, gap), gap)
  const placed: Placed[] = []
  const placedHeaps = boxes.map((box, i): PlacedHeap => {
    const { track = 0, y = 0 } = places[i] ?? {}
    const { group, id } = box.heap
    const edge = group === null ? 0 : groupFrame.edge
    const rect = rectOf(xOf(track) - edge, y, widthOf(box.span) + 2 * edge, box.height)
    if (group) placed.push({ id, part: 'kptGroups', item: group, rect })
    const notes = box.notes.map(({ note, track: inner, y: down, height: tall }) => {
      const at = rectOf(xOf(track + inner), y + down, noteCard.width, tall)
      placed.push({ id: note.id, part: 'kptNotes', item: note, rect: at })
      return { id: note.id, rect: at }
    })
    return { id, group, rect, headBottom: y + box.head, notes }
  })
  return { tracks, height, heaps: placedHeaps, placed }
}

const remembered = new Map<KptColumn, { from: readonly object[]; column: Column }>()
/** The column as it was laid out last, for as long as its notes and groups are the same objects. */
function columnOf(name: KptColumn, heaps: readonly KptHeap[]): Column {
  const from = heaps.flatMap(({ group, notes }): object[] => (group ? [group, ...notes] : [...notes]))
  const last = remembered.get(name)
  if (last && last.from.length === from.length && last.from.every((item, i) => item === from[i]))
    return last.column
  const column = layoutColumn(heaps)
  remembered.set(name, { from, column })
  return column
}

const moved = (rect: Rect, x: number, y: number): Rect => ({ ...rect, x: rect.x + x, y: rect.y + y })

export interface KptPlan {
  heaps: Readonly<Record<KptColumn, readonly KptHeap[]>>
  /** Above Keep stands a line about what could be one. */
  proposes: boolean
}
export function layoutKpt(
  { heaps, proposes }: KptPlan,
  corner: { x: number; y: number; minHeight: number },
): KptLayout {
  const placed: Placed[] = []
  const columns: KptColumnLayout[] = []
  let x = corner.x + room.side
  let bottom = 0
  for (const name of kptColumns) {
    const column = columnOf(name, heaps[name])
    const top = corner.y + room.head + (proposes && name === 'keep' ? room.line : 0)
    for (const each of column.placed) placed.push({ ...each, rect: moved(each.rect, x, top) })
    const end = top + (column.height === 0 ? 0 : column.height + gap)
    bottom = Math.max(bottom, end)
    columns.push({
      name,
      count: heaps[name].reduce((sum, { notes }) => sum + notes.length, 0),
      rect: rectOf(x, corner.y, widthOf(column.tracks), 0),
      top,
      bottom: end,
      heaps: column.heaps.map((heap) => ({
        ...heap,
        rect: moved(heap.rect, x, top),
        headBottom: heap.headBottom + top,
        notes: heap.notes.map((note) => ({ ...note, rect: moved(note.rect, x, top) })),
      })),
    })
    x += widthOf(column.tracks) + columnGap
  }
  const height = Math.max(corner.minHeight, bottom - corner.y + room.foot)
  return {
    zone: rectOf(corner.x, corner.y, x - columnGap + room.side - corner.x, height),
    placed,
    columns: columns.map((column) => ({ ...column, rect: { ...column.rect, height } })),
  }
}

/** The column a point is in, or beside. */
export const columnAt = (columns: readonly KptColumnLayout[], x: number): KptColumnLayout | undefined =>
  columns.find(({ rect }) => x >= rect.x - columnGap / 2 && x <= rect.x + rect.width + columnGap / 2)
