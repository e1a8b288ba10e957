import {
  type KptColumn,
  type KptGroup,
  type KptNote,
  kptGroupSchema,
  kptHeaps,
  kptNoteSchema,
  richTextOf,
} from '@kintsugi/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, overlaps } from '../canvas/geometry.ts'
import { kptPlaceAt } from './kptPlace.ts'
import { type KptLayout, layoutKpt, noteHeight } from './layoutKpt.ts'

const idOf = (name: string): string => name.padEnd(22, '_')
const note = (i: number, column: KptColumn, group: number | null = null): KptNote =>
  kptNoteSchema.parse({
    id: idOf(`note-${i}`),
    slot: { column, rank: `a${String(i).padStart(4, '0')}` },
    text: richTextOf('次に試したいこと'.repeat(1 + (i % 4))),
    groupId: group === null ? null : idOf(`group-${group}`),
  })
const group = (i: number, column: KptColumn, rank = i): KptGroup =>
  kptGroupSchema.parse({
    id: idOf(`group-${i}`),
    name: i % 2 === 0 ? '' : '手順書がすぐに見つからなかったという声',
    slot: { column, rank: `a${String(rank).padStart(4, '0')}` },
  })
const corner = { x: 100, y: 50, minHeight: 300 }
function layout(kptNotes: KptNote[], kptGroups: KptGroup[] = [], proposes = false): KptLayout {
  const kpt = { kptNotes, kptGroups }
  const heaps = { keep: kptHeaps(kpt, 'keep'), problem: kptHeaps(kpt, 'problem'), try: kptHeaps(kpt, 'try') }
  return layoutKpt({ heaps, proposes }, corner)
}
const rectOf = ({ placed }: KptLayout, name: string) => {
  const found = placed.find(({ id }) => id === idOf(name))
  if (!found) throw new Error(name)
  return found.rect
}

/** Columns of any length in which any notes stand in groups. */
const boards = fc
  .array(fc.tuple(fc.constantFrom<KptColumn>('keep', 'problem', 'try'), fc.option(fc.nat(3))), {
    maxLength: 120,
  })
  .map((list) => {
    const groups = new Map<number, KptGroup>()
    const notes = list.map(([column, wanted], i) => {
      if (wanted === null) return note(i, column)
      const there = groups.get(wanted) ?? group(wanted, column, i)
      groups.set(wanted, there)
      return note(i, there.slot.column, wanted)
    })
    return { notes, groups: [...groups.values()] }
  })

describe('KPT on the canvas', () => {
  it('[WB9] lays no note on another, in columns that become several tracks when they are long', () => {
    const many = Array.from({ length: 90 }, (_, i) => note(i, i % 9 === 0 ? 'keep' : 'problem'))
    const { placed, zone, columns } = layout(many)
    placed.forEach((a, i) => {
      for (const b of placed.slice(i + 1)) expect(overlaps(a.rect, b.rect)).toBe(false)
      expect(a.rect.x + a.rect.width).toBeLessThanOrEqual(zone.x + zone.width)
      expect(a.rect.y + a.rect.height).toBeLessThanOrEqual(zone.y + zone.height)
    })
    expect(columns.map((column) => column.count)).toEqual([10, 80, 0])
    expect(zone.height).toBeLessThan(3000)
  })
  it('[WK1] a group’s frame holds its notes and nothing else, whatever is grouped', () => {
    fc.assert(
      fc.property(boards, ({ notes, groups }) => {
        const { placed, columns } = layout(notes, groups)
        expect(placed.filter(({ part }) => part === 'kptNotes')).toHaveLength(notes.length)
        const rects = new Map(placed.map(({ id, rect }) => [id, rect]))
        for (const { heaps } of columns) {
          heaps.forEach((a, i) => {
            for (const b of heaps.slice(i + 1)) expect(overlaps(a.rect, b.rect)).toBe(false)
            if (a.group === null) return
            for (const each of a.notes) {
              const rect = rects.get(each.id)
              if (!rect) throw new Error(each.id)
              expect(contains(a.rect, rect)).toBe(true)
              expect(contains(a.rect, { x: rect.x + rect.width, y: rect.y + rect.height })).toBe(true)
              expect(rect.y).toBeGreaterThanOrEqual(a.headBottom)
            }
          })
        }
      }),
    )
  })
  it('[WK1] a thousand notes, all in one group or in none, make no tower', () => {
    for (const grouped of [false, true]) {
      const notes = Array.from({ length: 1000 }, (_, i) => note(i, 'keep', grouped ? 1 : null))
      const { columns, zone } = layout(notes, grouped ? [group(1, 'keep')] : [])
      expect(zone.height).toBeLessThan(3 * (columns[0]?.rect.width ?? 0))
    }
  })
  it('[WK1] nor do five hundred, most of them in groups of many sizes', () => {
    const groups = Array.from({ length: 40 }, (_, i) => group(i, 'keep', i * 10))
    const notes = Array.from({ length: 500 }, (_, i) => note(i, 'keep', i % 5 === 0 ? null : (i * i) % 40))
    const { columns, zone } = layout(notes, groups)
    expect(zone.height).toBeLessThan(3 * (columns[0]?.rect.width ?? 0))
  })
  it('[WK1] reads down its tracks: groups at their place, each before its notes', () => {
    const { placed } = layout(
      [note(0, 'keep'), note(1, 'keep', 1), note(2, 'keep'), note(3, 'keep', 1)],
      [group(1, 'keep')],
    )
    expect(placed.map(({ id }) => id.replaceAll('_', ''))).toEqual([
      'note-0',
      'group-1',
      'note-1',
      'note-3',
      'note-2',
    ])
  })
  it('[WK1] a column whose notes are the same keeps its layout, also where the board around it moves', () => {
    const notes = [note(0, 'keep'), note(1, 'keep')]
    const before = layout(notes)
    const after = layout(notes, [], true)
    const height = noteHeight(notes[0] as KptNote)
    expect(rectOf(before, 'note-1').y - rectOf(before, 'note-0').y).toBe(height + 10)
    expect(rectOf(after, 'note-1').y - rectOf(after, 'note-0').y).toBe(height + 10)
    expect(rectOf(after, 'note-0').y).toBeGreaterThan(rectOf(before, 'note-0').y + 30)
  })
})

describe('letting go in KPT', () => {
  const board = layout(
    [note(0, 'keep'), note(1, 'keep', 1), note(2, 'keep', 1), note(3, 'keep'), note(4, 'try')],
    [group(1, 'keep')],
  )
  const at = (name: string, down: number) => {
    const rect = rectOf(board, name)
    return { x: rect.x + 20, y: rect.y + rect.height * down }
  }
  const place = (point: { x: number; y: number }, dragged = [idOf('note-4')], holdsGroup = false) =>
    kptPlaceAt(board, point, dragged, holdsGroup)
  it('[WB9] between two notes it comes to stand between them, above all before the first', () => {
    const below = at('note-0', 1)
    expect(place({ ...below, y: below.y + 3 })).toMatchObject({
      move: { column: 'keep', group: null, after: idOf('note-0'), before: idOf('group-1') },
      onto: null,
    })
    expect(place({ x: below.x, y: corner.y + 10 })?.move).toEqual({
      column: 'keep',
      group: null,
      before: idOf('note-0'),
    })
    expect(place({ x: 0, y: 0 })).toBe(null)
  })
  it('[WK2] on the middle third of a note it is grouped with it, on the others it stands beside it', () => {
    expect(place(at('note-3', 0.5))).toMatchObject({ onto: idOf('note-3'), line: null })
    expect(place(at('note-3', 0.2))).toMatchObject({ onto: null, move: { before: idOf('note-3') } })
    expect(place(at('note-3', 0.8))).toMatchObject({ onto: null, move: { after: idOf('note-3') } })
  })
  it('[WK2] in a group it goes in, between its notes or behind all; never a group into a group', () => {
    expect(place(at('group-1', 0.05))).toMatchObject({
      into: idOf('group-1'),
      move: { group: idOf('group-1') },
    })
    expect(place(at('note-2', 0.2))?.move).toEqual({
      column: 'keep',
      group: idOf('group-1'),
      after: idOf('note-1'),
      before: idOf('note-2'),
    })
    expect(place(at('note-2', 0.2), [idOf('group-2')], true)).toMatchObject({ into: null, onto: null })
  })
  it('[WK2] the end of an empty column', () => {
    const problem = board.columns[1]?.rect
    expect(place({ x: (problem?.x ?? 0) + 5, y: 200 })?.move).toEqual({ column: 'problem', group: null })
  })
})
