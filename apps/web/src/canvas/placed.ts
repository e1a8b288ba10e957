import type { Rect } from './geometry.ts'

/** Parts of the board whose items lie on the canvas. */
export const canvasParts = ['timeline', 'causes', 'kptGroups', 'kptNotes', 'actions', 'freeNotes'] as const
export type CanvasPart = (typeof canvasParts)[number]

/** The four zones, in the order of the keys 1–4. */
export const zoneNames = ['timeline', 'causes', 'kpt', 'actions'] as const
export type ZoneName = (typeof zoneNames)[number]

/** An item and where it lies. `item` is the snapshot's own object, so that an untouched item keeps its node. */
export interface Placed {
  id: string
  part: CanvasPart
  item: object
  rect: Rect
}
