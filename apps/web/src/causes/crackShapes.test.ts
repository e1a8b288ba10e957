import { causeSchema, type Link } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { type Rect, rectOf } from '../canvas/geometry.ts'
import { type CrackShape, crackShapes } from './crackShapes.ts'
import { placeUnder } from './layoutCauses.ts'

const id = (name: string): string => name.padEnd(22, '_')
const [effect, reason] = [id('effect'), id('reason')]
const link: Link = { kind: 'because', from: effect, to: reason }
const rects = new Map<string, Rect>([
  [effect, rectOf(0, 0, 190, 80)],
  [reason, rectOf(80, 200, 190, 80)],
])
const shapesAs = (
  cover: 'bare' | 'half' | 'mended',
  known = new Map<string, CrackShape & { seed: string }>(),
) =>
  crackShapes(
    {
      links: [link, { kind: 'because', from: effect, to: id('gone') }],
      rectOf: (item) => rects.get(item),
      causeOf: (item) => causeSchema.parse({ id: item, certainty: 'confirmed' }),
      coverOf: () => cover,
    },
    known,
  )

describe('cracks on the canvas', () => {
  it('[WB10] are ink, part gold, and gold, as the cause is answered', () => {
    expect(shapesAs('bare')[0]?.gold).toBeNull()
    const [half] = shapesAs('half')
    expect(half?.gold).not.toBeNull()
    expect(half?.gold).not.toBe(half?.outline)
    const [mended] = shapesAs('mended')
    expect(mended?.gold).toBe(mended?.outline)
  })
  it('[WB10] are not drawn where an end is missing', () => {
    expect(shapesAs('bare').map((shape) => shape.link)).toEqual([link])
  })
  it('[WB10] keep their shape while nothing about them changes', () => {
    const known = new Map<string, CrackShape & { seed: string }>()
    expect(shapesAs('bare', known)[0]).toBe(shapesAs('bare', known)[0])
    expect(shapesAs('mended', known)[0]).not.toBe(shapesAs('bare')[0])
  })
  it('[WB11] a new why stands below its effect, beside what is there already', () => {
    const top = rectOf(0, 0, 194, 80)
    const first = placeUnder(top, [top], 96)
    expect(first.y).toBeGreaterThan(80)
    const taken = rectOf(first.x, first.y, 194, 96)
    const second = placeUnder(top, [top, taken], 96)
    expect(second.y).toBe(first.y)
    expect(Math.abs(second.x - first.x)).toBeGreaterThanOrEqual(194)
  })
})
