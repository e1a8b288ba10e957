import { countsForCover } from '@kintsugi/analysis'
import { type Cause, type Placement, plainTextOf } from '@kintsugi/model'
import { around, type Point, type Rect, rectOf } from '../canvas/geometry.ts'
import type { Placed } from '../canvas/placed.ts'
import { linesOf } from '../canvas/textLines.ts'

export const causeCard = { width: 194, padding: 13, line: 19, head: 19, foot: 28, fontSize: 13.5 } as const
const room = { side: 40, head: 52, foot: 72 }

export interface CausesLayout {
  zone: Rect
  placed: readonly Placed[]
  /** Placements of causes are relative to this corner: the graph keeps its shape when the timeline above it grows. */
  origin: Point
}

export const causeLines = (cause: Cause): number =>
  Math.min(5, linesOf(plainTextOf(cause.text), causeCard.width - 2 * causeCard.padding, causeCard.fontSize))
/** What happened, what limited it and what was not so need no countermeasure. */
export const wantsAnswer = (cause: Cause): boolean => cause.kind !== 'impact' && countsForCover(cause)
export const causeHeight = (cause: Cause): number =>
  2 * 9 + causeCard.head + causeLines(cause) * causeCard.line + (wantsAnswer(cause) ? causeCard.foot : 0)

export interface CausesLayoutOptions {
  top: number
  minWidth: number
  minHeight: number
  /** Where causes go that nobody has placed. */
  fallback: (cause: Cause) => Placement
}

export function layoutCauses(
  causes: readonly Cause[],
  placements: Readonly<Record<string, Placement>>,
  { top, minWidth, minHeight, fallback }: CausesLayoutOptions,
): CausesLayout {
  const local = causes.map((cause) => {
    const at = placements[cause.id] ?? fallback(cause)
    return { cause, rect: rectOf(at.x, Math.max(0, at.y), causeCard.width, causeHeight(cause)) }
  })
  const box = around(local.map(({ rect }) => rect))
  // To the left the zone grows instead of shifting everything: nobody's picture jumps.
  const left = Math.min(0, box?.x ?? 0)
  const right = box ? box.x + box.width : 0
  const bottom = box ? box.y + box.height : 0
  const origin = { x: room.side, y: top + room.head }
  return {
    origin,
    zone: rectOf(
      left,
      top,
      Math.max(minWidth, right + 2 * room.side) - left,
      Math.max(minHeight, bottom + room.head + room.foot),
    ),
    placed: local.map(({ cause, rect }) => ({
      id: cause.id,
      part: 'causes',
      item: cause,
      rect: { ...rect, x: rect.x + origin.x, y: rect.y + origin.y },
    })),
  }
}

/** The first free place for a cause under its effect, going right. `taken` and the answer are on the canvas. */
export function placeUnder(effect: Rect, taken: readonly Rect[], height: number): Point {
  const y = effect.y + effect.height + 56
  for (let step = 0; step < 60; step++) {
    // Below first, then one to the right, one to the left, two to the right …
    const shift = Math.ceil(step / 2) * (step % 2 === 1 ? 1 : -1) * (causeCard.width + 24)
    const place = rectOf(effect.x + shift, y, causeCard.width, height)
    const clear = taken.every(
      (other) =>
        other.x >= place.x + place.width + 12 ||
        place.x >= other.x + other.width + 12 ||
        other.y >= place.y + place.height + 12 ||
        place.y >= other.y + other.height + 12,
    )
    if (clear) return { x: place.x, y: place.y }
  }
  return { x: effect.x, y }
}
