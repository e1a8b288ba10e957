import { type TimelineEntry, timelineEntrySchema, toInstant } from '@kintsugi/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps } from '../canvas/geometry.ts'
import { layoutTimeline } from './layoutTimeline.ts'

const options = { timeZone: 'Asia/Tokyo', minWidth: 1200, brackets: 2 }
const entries = (minutes: readonly (number | null)[]): TimelineEntry[] =>
  minutes
    .toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity))
    .map((minute, i) =>
      timelineEntrySchema.parse({
        id: `entry-${i}`.padEnd(22, '_'),
        at: minute === null ? null : toInstant(Date.UTC(2026, 3, 18) + minute * 60_000),
      }),
    )

describe('timeline on the canvas', () => {
  const minutes = fc.array(fc.oneof(fc.nat(4000), fc.constant(null)), { minLength: 1, maxLength: 60 })
  it('[WB8] lays no card on another, and all of them into the zone', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        const { placed, zone } = layoutTimeline(entries(list), options)
        placed.forEach((a, i) => {
          expect(a.rect.x + a.rect.width).toBeLessThanOrEqual(zone.width)
          expect(a.rect.y).toBeGreaterThanOrEqual(0)
          expect(a.rect.y + a.rect.height).toBeLessThanOrEqual(zone.height)
          for (const b of placed.slice(i + 1)) expect(overlaps(a.rect, b.rect)).toBe(false)
        })
      }),
      { numRuns: 60 },
    )
  })
  it('[WB8] keeps the order of time from left to right', () => {
    const { marks } = layoutTimeline(entries([0, 1, 1, 5, 90, 91, 700]), options)
    const x = marks.map((mark) => mark.x)
    expect(x).toEqual(x.toSorted((a, b) => a - b))
  })
  it('[WB8] gives what has no time a place of its own behind the axis', () => {
    const { timelessX, placed, axis, origin } = layoutTimeline(entries([0, 10, null]), options)
    expect(timelessX).toBeGreaterThanOrEqual(origin + axis.length)
    expect(placed[2]?.rect.x).toBeGreaterThanOrEqual(timelessX ?? 0)
  })
})
