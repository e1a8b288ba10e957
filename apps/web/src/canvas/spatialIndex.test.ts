import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, rectOf } from './geometry.ts'
import type { Placed } from './placed.ts'
import { indexOf } from './spatialIndex.ts'

const coordinate = fc.integer({ min: -5000, max: 5000 })
const side = fc.integer({ min: 0, max: 900 })
const rect = fc.tuple(coordinate, coordinate, side, side).map(([x, y, w, h]) => rectOf(x, y, w, h))
const board = fc
  .array(rect, { maxLength: 60 })
  .map((rects) => rects.map((r, i): Placed => ({ id: `i${i}`, part: 'causes', item: {}, rect: r })))

describe('spatial index', () => {
  it('[WB1] finds what asking every item finds, in the same order', () => {
    fc.assert(
      fc.property(board, rect, (placed, window) => {
        const asked = placed.filter((p) => overlaps(p.rect, window)).map((p) => p.id)
        expect(
          indexOf(placed)
            .within(window)
            .map((p) => p.id),
        ).toEqual(asked)
      }),
    )
  })
  it('[WB1] knows every item by its id', () => {
    const placed: Placed = { id: 'a', part: 'actions', item: {}, rect: rectOf(0, 0, 10, 10) }
    expect(indexOf([placed]).byId('a')).toBe(placed)
    expect(indexOf([placed]).byId('b')).toBeUndefined()
  })
})
