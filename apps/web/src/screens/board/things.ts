import type { KptGroup, KptNote } from '@kintsugi/model'
import type { Thing, Under } from '../../canvas/dropIntent.ts'
import { contains, type Point } from '../../canvas/geometry.ts'
import type { Placed, ZoneName } from '../../canvas/placed.ts'
import { zoneNames } from '../../canvas/placed.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { BoardLayout } from './layoutBoard.ts'

export function thingOf(placed: Placed): Thing {
  return placed.part === 'kptNotes' || placed.part === 'kptGroups'
    ? { id: placed.id, part: placed.part, column: (placed.item as KptNote | KptGroup).slot.column }
    : { id: placed.id, part: placed.part }
}

export const zoneAt = (layout: BoardLayout, at: Point): ZoneName | null =>
  zoneNames.find((name) => contains(layout.zones[name], at)) ?? null

/** What lies under a point, apart from what is being dragged there. */
export function underPoint(
  layout: BoardLayout,
  index: SpatialIndex,
  at: Point,
  dragged: readonly string[],
): Under {
  const item = index.within({ ...at, width: 0, height: 0 }).findLast((placed) => !dragged.includes(placed.id))
  return { zone: zoneAt(layout, at), item: item ? thingOf(item) : null }
}
