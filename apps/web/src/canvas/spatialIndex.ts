import { overlaps, type Rect } from './geometry.ts'
import type { Placed } from './placed.ts'

const cell = 512

export interface SpatialIndex {
  /** Everything that touches the rectangle, in the order given to `indexOf`. */
  within(rect: Rect): Placed[]
  byId(id: string): Placed | undefined
  readonly all: readonly Placed[]
}

/** A grid of square cells: built in one pass, asked in time proportional to what lies in sight. */
export function indexOf(all: readonly Placed[]): SpatialIndex {
  const cells = new Map<string, number[]>()
  const ids = new Map<string, Placed>()
  all.forEach((placed, order) => {
    ids.set(placed.id, placed)
    forEachCell(placed.rect, (key) => {
      const there = cells.get(key)
      if (there) there.push(order)
      else cells.set(key, [order])
    })
  })
  return {
    all,
    byId: (id) => ids.get(id),
    within(rect) {
      const columns = Math.ceil(rect.width / cell) + 1
      const rows = Math.ceil(rect.height / cell) + 1
      // Looking at more cells than there are items: asking every item is cheaper.
      if (columns * rows > all.length) return all.filter((placed) => overlaps(placed.rect, rect))
      const found = new Set<number>()
      forEachCell(rect, (key) => {
        for (const order of cells.get(key) ?? []) found.add(order)
      })
      return [...found]
        .sort((a, b) => a - b)
        .flatMap((order) => all[order] ?? [])
        .filter((placed) => overlaps(placed.rect, rect))
    },
  }
}

function forEachCell(rect: Rect, visit: (key: string) => void): void {
  const right = Math.floor((rect.x + rect.width) / cell)
  const bottom = Math.floor((rect.y + rect.height) / cell)
  for (let column = Math.floor(rect.x / cell); column <= right; column++)
    for (let row = Math.floor(rect.y / cell); row <= bottom; row++) visit(`${column}:${row}`)
}
