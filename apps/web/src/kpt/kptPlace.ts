import type { KptMove } from '@kintsugi/board'
import { contains, type Point, type Rect, rectOf } from '../canvas/geometry.ts'
import { columnAt, type KptColumnLayout, type KptLayout, type PlacedHeap } from './layoutKpt.ts'

/** Where in KPT something let go would come to stand. */
export interface KptPlace {
  move: KptMove
  /** The note it would be grouped with. */
  onto: string | null
  /** The group it would go into. */
  into: string | null
  /** Between what it would stand, where that is what it means. */
  line: Rect | null
}

const between = (above: string | undefined, below: string | undefined) => ({
  ...(above === undefined ? {} : { after: above }),
  ...(below === undefined ? {} : { before: below }),
})
const middleOf = ({ y, height }: Rect): number => y + height / 2
const isAbove = ({ rect }: { rect: Rect }, at: Point): boolean => middleOf(rect) <= at.y
const lineHeight = 4

function lineBetween(above: Rect | undefined, below: Rect | undefined, edge: Rect): Rect {
  const { x, width } = above ?? below ?? edge
  const y = above
    ? below && below.x === x
      ? (above.y + above.height + below.y) / 2
      : above.y + above.height + 5
    : (below?.y ?? edge.y) - 5
  return rectOf(x, y - lineHeight / 2, width, lineHeight)
}

/** In a group's frame: onto its name for behind all, else between two of its notes. */
function inGroup(
  column: KptColumnLayout,
  heap: PlacedHeap,
  at: Point,
  dragged: ReadonlySet<string>,
): KptPlace {
  const move = { column: column.name, group: heap.id }
  const others = heap.notes.filter(({ id }) => !dragged.has(id))
  const track = others.filter(({ rect }) => at.x >= rect.x - 7 && at.x <= rect.x + rect.width + 7)
  if (at.y < heap.headBottom || track.length === 0) return { move, onto: null, into: heap.id, line: null }
  const above = track.findLast((note) => isAbove(note, at))
  const below = track.find((note) => !isAbove(note, at))
  return {
    move: { ...move, ...between(above?.id, below?.id) },
    onto: null,
    into: heap.id,
    line: lineBetween(above?.rect, below?.rect, heap.rect),
  }
}

/**
 * On a group it goes into it, on the middle third of a note it is grouped with it, else it stands between what lies above
 * and below. Whole groups only stand between. Null beside the columns.
 */
export function kptPlaceAt(
  { columns }: Pick<KptLayout, 'columns'>,
  at: Point,
  dragged: readonly string[],
  holdsGroup: boolean,
): KptPlace | null {
  const column = columnAt(columns, at.x)
  if (!column) return null
  const moving = new Set(dragged)
  const heaps = column.heaps.filter(({ id }) => !moving.has(id))
  const hit = holdsGroup ? undefined : heaps.find(({ rect }) => contains(rect, at))
  if (hit?.group) return inGroup(column, hit, at, moving)
  const move = { column: column.name, group: null }
  if (hit && at.y > hit.rect.y + hit.rect.height / 3 && at.y < hit.rect.y + (hit.rect.height * 2) / 3)
    return { move, onto: hit.id, into: null, line: null }
  const track = heaps.filter(({ rect }) => at.x >= rect.x - 7 && at.x <= rect.x + rect.width + 7)
  const above = track.findLast((heap) => isAbove(heap, at))
  const below = track.find((heap) => !isAbove(heap, at))
  const edge = rectOf(column.rect.x, column.top + 5, column.rect.width, 0)
  return {
    move: { ...move, ...between(above?.id, below?.id) },
    onto: null,
    into: null,
    line: lineBetween(above?.rect, below?.rect, edge),
  }
}
