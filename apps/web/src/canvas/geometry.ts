/** Canvas units: CSS pixels at zoom 1. */
export interface Point {
  x: number
  y: number
}
export interface Rect extends Point {
  width: number
  height: number
}

export const rectOf = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height })

export const contains = (rect: Rect, p: Point): boolean =>
  p.x >= rect.x && p.x <= rect.x + rect.width && p.y >= rect.y && p.y <= rect.y + rect.height

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export const centreOf = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })

export const grown = (rect: Rect, by: number): Rect =>
  rectOf(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** Smallest rectangle around all; null for none. */
export function around(rects: Iterable<Rect>): Rect | null {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return left === Infinity ? null : rectOf(left, top, right - left, bottom - top)
}
