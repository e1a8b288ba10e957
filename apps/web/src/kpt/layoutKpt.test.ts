import { type KptColumn, kptNoteSchema, richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { overlaps } from '../canvas/geometry.ts'
import { layoutKpt, slotAt } from './layoutKpt.ts'

const notes = (columns: readonly KptColumn[]) =>
  columns.map((column, i) =>
    kptNoteSchema.parse({
      id: `note-${i}`.padEnd(22, '_'),
      slot: { column, rank: `a${i}` },
      text: richTextOf('次に試したいこと'.repeat(1 + (i % 4))),
    }),
  )
const corner = { x: 100, y: 50, minHeight: 300 }

describe('KPT on the canvas', () => {
  it('[WB9] lays no note on another, in columns that become several tracks when they are long', () => {
    const many = notes(Array.from({ length: 90 }, (_, i) => (i % 9 === 0 ? 'keep' : 'problem')))
    const { placed, zone, columns } = layoutKpt(many, corner)
    placed.forEach((a, i) => {
      for (const b of placed.slice(i + 1)) expect(overlaps(a.rect, b.rect)).toBe(false)
      expect(a.rect.x + a.rect.width).toBeLessThanOrEqual(zone.x + zone.width)
      expect(a.rect.y + a.rect.height).toBeLessThanOrEqual(zone.y + zone.height)
    })
    expect(columns.map((column) => column.count)).toEqual([10, 80, 0])
    expect(zone.height).toBeLessThan(3000)
  })
  it('[WB9] drops a note between the two whose middles it lies between', () => {
    const { placed, columns } = layoutKpt(notes(['keep', 'keep', 'keep']), corner)
    const [first, second] = placed
    const between = { x: (first?.rect.x ?? 0) + 20, y: (second?.rect.y ?? 0) - 3 }
    expect(slotAt(columns, placed, between, 'another')).toEqual({
      column: 'keep',
      after: first?.id,
      before: second?.id,
    })
    const top = { x: between.x, y: corner.y + 10 }
    expect(slotAt(columns, placed, top, 'another')).toEqual({ column: 'keep', before: first?.id })
    expect(slotAt(columns, placed, { x: 0, y: 0 }, 'another')).toBeNull()
  })
})
