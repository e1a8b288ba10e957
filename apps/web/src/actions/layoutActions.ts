import { type Action, plainTextOf } from '@kintsugi/model'
import { type Rect, rectOf } from '../canvas/geometry.ts'
import type { Placed } from '../canvas/placed.ts'
import { linesOf } from '../canvas/textLines.ts'

export const actionRow = { facts: 216, line: 19, fontSize: 13.5 } as const
const room = { side: 18, head: 48, foot: 52 }
const trackGap = 20
/** A longer row is hard to follow with the eye. */
const widestRow = 560

export interface ActionsLayout {
  zone: Rect
  placed: readonly Placed[]
}
/** Lines of an action's text that its row shows, in a row of the given width. */
export const actionLines = (action: Action, width: number): number =>
  Math.min(3, linesOf(plainTextOf(action.text), width - actionRow.facts, actionRow.fontSize))

const tracksFor = (count: number): number => (count <= 30 ? 1 : Math.ceil(Math.sqrt(count / 18)))

export function layoutActions(
  actions: readonly Action[],
  corner: { x: number; y: number; width: number; minHeight: number },
): ActionsLayout {
  const tracks = tracksFor(actions.length)
  const perTrack = Math.ceil(actions.length / tracks)
  const width = Math.min(widestRow, corner.width - 2 * room.side)
  const placed: Placed[] = []
  let y = 0
  let bottom = 0
  actions.forEach((action, i) => {
    if (i % perTrack === 0) y = corner.y + room.head
    const height = actionLines(action, width) * actionRow.line + 15
    const x = corner.x + room.side + Math.floor(i / perTrack) * (width + trackGap)
    placed.push({ id: action.id, part: 'actions', item: action, rect: rectOf(x, y, width, height) })
    y += height
    bottom = Math.max(bottom, y)
  })
  const zoneWidth = Math.max(corner.width, tracks * width + (tracks - 1) * trackGap + 2 * room.side)
  return {
    zone: rectOf(corner.x, corner.y, zoneWidth, Math.max(corner.minHeight, bottom - corner.y + room.foot)),
    placed,
  }
}

/** Neighbours of a row dropped at `y`. */
export function rowAt(
  placed: readonly Placed[],
  at: { x: number; y: number },
  moving: string,
): { before?: string; after?: string } {
  const inTrack = placed.filter(
    ({ id, rect }) => id !== moving && at.x >= rect.x - trackGap && at.x <= rect.x + rect.width + trackGap,
  )
  const below = inTrack.find(({ rect }) => rect.y + rect.height / 2 > at.y)
  const above = inTrack.findLast(({ rect }) => rect.y + rect.height / 2 <= at.y)
  return { ...(above ? { after: above.id } : {}), ...(below ? { before: below.id } : {}) }
}
