import { type KptColumn, type KptNote, kptColumns, plainTextOf } from '@kintsugi/model'
import { type Rect, rectOf } from '../canvas/geometry.ts'
import type { Placed } from '../canvas/placed.ts'
import { linesOf } from '../canvas/textLines.ts'

export const noteCard = { width: 154, padding: 11, line: 19, foot: 22, fontSize: 13 } as const
const gap = 10
const columnGap = 16
const room = { side: 18, head: 52, foot: 56 }

export interface KptColumnLayout {
  name: KptColumn
  rect: Rect
  count: number
  /** y below its last note, where the next one goes. */
  bottom: number
}
export interface KptLayout {
  zone: Rect
  placed: readonly Placed[]
  columns: readonly KptColumnLayout[]
}

/** Lines of a note's text that its card shows. */
export function noteLines(note: KptNote): number {
  const text = plainTextOf(note.text)
  return Math.min(7, linesOf(text, noteCard.width - 2 * noteCard.padding, noteCard.fontSize))
}
export const noteHeight = (note: KptNote): number => 2 * 9 + noteLines(note) * noteCard.line + noteCard.foot

/** A column of hundreds of notes becomes several side by side instead of a tower. */
const tracksFor = (count: number): number => (count <= 14 ? 1 : Math.ceil(Math.sqrt(count / 7)))

export function layoutKpt(
  notes: readonly KptNote[],
  corner: { x: number; y: number; minHeight: number },
): KptLayout {
  const placed: Placed[] = []
  const columns: KptColumnLayout[] = []
  let x = corner.x + room.side
  let bottom = 0
  for (const name of kptColumns) {
    const inColumn = notes.filter((note) => note.slot.column === name)
    const tracks = tracksFor(inColumn.length)
    const perTrack = Math.ceil(inColumn.length / tracks)
    const width = tracks * noteCard.width + (tracks - 1) * gap
    let y = corner.y + room.head
    let columnBottom = y
    inColumn.forEach((note, i) => {
      if (i % perTrack === 0) y = corner.y + room.head
      const height = noteHeight(note)
      const track = Math.floor(i / perTrack)
      placed.push({
        id: note.id,
        part: 'kptNotes',
        item: note,
        rect: rectOf(x + track * (noteCard.width + gap), y, noteCard.width, height),
      })
      y += height + gap
      columnBottom = Math.max(columnBottom, y)
    })
    bottom = Math.max(bottom, columnBottom)
    columns.push({
      name,
      count: inColumn.length,
      rect: rectOf(x, corner.y, width, 0),
      bottom: columnBottom,
    })
    x += width + columnGap
  }
  const height = Math.max(corner.minHeight, bottom - corner.y + room.foot)
  return {
    zone: rectOf(corner.x, corner.y, x - columnGap + room.side - corner.x, height),
    placed,
    columns: columns.map((column) => ({ ...column, rect: { ...column.rect, height } })),
  }
}

/** Where in a column a note dropped at `y` goes: between the notes whose middles lie above and below. */
export function slotAt(
  columns: readonly KptColumnLayout[],
  placed: readonly Placed[],
  at: { x: number; y: number },
  moving: string,
): { column: KptColumn; before?: string; after?: string } | null {
  const column = columns.find(
    (c) => at.x >= c.rect.x - columnGap / 2 && at.x <= c.rect.x + c.rect.width + columnGap / 2,
  )
  if (!column) return null
  const track = Math.floor((at.x - column.rect.x) / (noteCard.width + gap))
  const inTrack = placed.filter(
    ({ id, rect }) =>
      id !== moving &&
      rect.x >= column.rect.x - 1 &&
      rect.x < column.rect.x + column.rect.width &&
      Math.floor((rect.x - column.rect.x + 1) / (noteCard.width + gap)) === track,
  )
  const below = inTrack.find(({ rect }) => rect.y + rect.height / 2 > at.y)
  const above = inTrack.findLast(({ rect }) => rect.y + rect.height / 2 <= at.y)
  return {
    column: column.name,
    ...(above ? { after: above.id } : {}),
    ...(below ? { before: below.id } : {}),
  }
}
