import { cpuTime } from '@kintsugi/model/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf, sketch } from '../testing/sketch.ts'
import { causalLayout } from './causalLayout.ts'
import { type CausalBranch, causalTree } from './causalTree.ts'
import { crackBetween, crackLine, crackOutline, partOfCrack } from './crack.ts'
import { type AxisOptions, timeAt, timelineAxis, xOf } from './timelineAxis.ts'

const entriesAt = (minutes: readonly number[]) =>
  minutes.map((minute, i) => ({
    id: `e${i}`,
    at: new Date(Date.UTC(2026, 3, 18, 12) + minute * 60_000).toISOString(),
    until: null,
  }))
const options: AxisOptions = { zone: 'Asia/Tokyo', length: 720, widthOf: () => 60 }
const minutes = fc.array(fc.nat(3000), { minLength: 1, maxLength: 40 })

describe('timeline axis', () => {
  it('[AN20] grows with time and can be inverted', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        const entries = entriesAt(list)
        const axis = timelineAxis(entries, options)
        for (const [i, a] of list.entries()) {
          const here = axis.places[`e${i}`]?.x ?? Number.NaN
          expect(here).toBeGreaterThanOrEqual(0)
          expect(here).toBeLessThanOrEqual(axis.length)
          const time = Date.parse(entries[i]?.at ?? '')
          expect(Math.abs(timeAt(axis.segments, xOf(axis.segments, time)) - time)).toBeLessThanOrEqual(1)
          for (const [j, b] of list.entries()) {
            const there = axis.places[`e${j}`]?.x ?? Number.NaN
            expect(Math.sign(here - there)).toBe(Math.sign(a - b))
          }
        }
      }),
    )
  })
  it('[AN21] draws a long pause as a break that knows its length', () => {
    const axis = timelineAxis(entriesAt([0, 5, 10, 17, 300, 304]), { ...options, breakLength: 50 })
    expect(axis.breaks.map(({ ms }) => ms)).toEqual([283 * 60_000])
    expect((axis.breaks[0]?.x1 ?? 0) - (axis.breaks[0]?.x0 ?? 0)).toBeCloseTo(50)
    expect(axis.length).toBe(720)
  })
  it('[AN21] lets many breaks shrink', () => {
    const axis = timelineAxis(entriesAt([0, 5, 60, 65, 120, 125, 180, 185, 240, 245]), {
      ...options,
      breakLength: 200,
    })
    const lengths = axis.breaks.map(({ x0, x1 }) => Math.round(x1 - x0))
    expect(lengths).toEqual([84, 84, 84, 84])
    expect(axis.length).toBe(720)
  })
  it('[AN21] leaves evenly spaced days without breaks', () => {
    expect(timelineAxis(entriesAt([0, 1440, 2880, 4320]), options).breaks).toEqual([])
  })
  it('[AN22] overlaps nothing in a row, and grows until the rows suffice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 40 }), (list) => {
        const axis = timelineAxis(entriesAt(list), { ...options, lanes: 2 })
        const rows = Map.groupBy(Object.values(axis.places), ({ side, lane }) => `${side}${lane}`)
        for (const row of rows.values()) {
          const lefts = row.map(({ left }) => left).sort((a, b) => a - b)
          for (const [i, left] of lefts.slice(1).entries())
            expect(left - (lefts[i] ?? 0)).toBeGreaterThanOrEqual(60)
        }
        const sideBySide = 720 + list.length * (60 + 64)
        if (axis.length < sideBySide)
          expect(Math.max(axis.lanes.above, axis.lanes.below)).toBeLessThanOrEqual(2)
        expect(axis.length).toBeLessThan(sideBySide * 1.2)
      }),
      { numRuns: 300 },
    )
  })
  it('[AN22] does not think long about thousands of one instant, which no length puts into a few rows', () => {
    const entries = entriesAt(Array.from({ length: 3000 }, () => 0))
    const started = cpuTime()
    const { lanes } = timelineAxis(entries, { ...options, lanes: 3 })
    expect(cpuTime() - started).toBeLessThan(3000)
    expect(lanes).toEqual({ above: 1500, below: 1500 })
  })
  it('[AN23] ticks are round in the zone', () => {
    const axis = timelineAxis(entriesAt([3, 64, 121, 178, 242]), { ...options, zone: 'Asia/Kolkata' })
    const shown = axis.ticks.map(({ at }) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kolkata', timeStyle: 'short' }).format(at),
    )
    expect(shown).toEqual(['18:00', '18:30', '19:00', '19:30', '20:00', '20:30', '21:00', '21:30'])
  })
  it('[AN23] ticks stay round across the change to daylight saving', () => {
    const entries = ['05:30', '06:10', '06:50', '07:30', '08:10'].map((time, i) => ({
      id: `e${i}`,
      at: `2026-03-08T${time}:00Z`,
      until: null,
    }))
    const axis = timelineAxis(entries, {
      ...options,
      zone: 'America/New_York',
      length: 900,
      tickSpacing: 200,
    })
    const shown = axis.ticks.map(({ at }) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' }).format(at),
    )
    expect(shown).toEqual(['01:00', '03:00', '04:00'])
  })
  it('[AN23] marks a lonely instant with its own time, and a new day', () => {
    const axis = timelineAxis(entriesAt([0, 10, 20, 1000]), options)
    expect(axis.ticks.at(-1)).toMatchObject({ exact: true, newDay: true })
  })
  it('[AN24] names entries without a time, and is empty without entries', () => {
    const axis = timelineAxis([{ id: 'x', at: null, until: null }], options)
    expect(axis).toMatchObject({ untimed: ['x'], places: {}, ticks: [], length: 720 })
  })
  it('[AN20] places spans by both ends', () => {
    const [a, b] = entriesAt([0, 30])
    const axis = timelineAxis([{ id: 'span', at: a?.at ?? null, until: b?.at ?? null }], options)
    expect(axis.places.span?.xEnd).toBeGreaterThan(axis.places.span?.x ?? Number.NaN)
  })
})

describe('causal layout', () => {
  const size = { width: 100, height: 40 }
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const link = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, 'gone'))
  it('[AN25] puts every cause, overlaps none, whatever the links', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), (links) => {
        const board = sketch({
          causes: names.map((id) => ({ id })),
          links: links.map(([from, to]) => `because ${from} ${to}`),
        })
        const found = causalLayout(board, { sizeOf: () => size })
        expect(causalLayout(board, { sizeOf: () => size })).toEqual(found)
        const spots = Object.values(found.positions)
        expect(spots).toHaveLength(names.length)
        for (const [i, p] of spots.entries()) {
          for (const q of spots.slice(i + 1)) {
            expect(Math.abs(p.x - q.x) >= size.width || Math.abs(p.y - q.y) >= size.height).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
  it('[AN25] puts causes without links below in rows', () => {
    const board = sketch({
      causes: ['top', 'under', ...names].map((id) => ({ id })),
      links: ['because top under'],
    })
    const { positions, width } = causalLayout(board, {
      sizeOf: () => size,
      gap: { x: 20, y: 60 },
      rowWidth: 360,
    })
    expect(width).toBe(340)
    expect(names.map((name) => positions[idOf(name)])).toEqual([
      { x: 0, y: 200 },
      { x: 120, y: 200 },
      { x: 240, y: 200 },
      { x: 0, y: 260 },
      { x: 120, y: 260 },
      { x: 240, y: 260 },
    ])
  })
  it('[AN28] soon, however many links somebody has drawn', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `c${i}`)
    const pairs = (reach: number) =>
      ids.flatMap((_, i) => ids.slice(i + 1, i + 1 + reach).map((_, j): [number, number] => [i, i + 1 + j]))
    const far = ids.slice(20, 150).map((_, i): [number, number] => [i % 20, 299 - i])
    for (const links of [pairs(60), [...pairs(1), ...far], pairs(300)]) {
      const board = sketch({
        causes: ids.map((id) => ({ id })),
        links: links.map(([a, b]) => `because c${a} c${b}`),
      })
      const started = cpuTime()
      const { positions } = causalLayout(board, { sizeOf: () => size })
      expect(cpuTime() - started).toBeLessThan(3000)
      expect(new Set(Object.values(positions).map(({ x, y }) => `${x} ${y}`)).size).toBe(300)
      const y = (n: number) => positions[idOf(`c${n}`)]?.y ?? Number.NaN
      expect(links.every(([a, b]) => y(a) < y(b))).toBe(true)
    }
  })
  it('[AN25] puts effects above causes', () => {
    const board = sketch({
      causes: [{ id: 'deep' }, { id: 'left' }, { id: 'right' }, { id: 'top' }],
      links: ['because top left', 'because top right', 'because left deep', 'because right deep'],
    })
    const { positions } = causalLayout(board, { sizeOf: () => size })
    const y = (name: string) => positions[idOf(name)]?.y ?? Number.NaN
    expect([y('top'), y('left'), y('deep')]).toEqual([0, y('right'), y('left') * 2])
  })
})

describe('causal tree', () => {
  it('[AN34] tells every cause once, whatever the links, and ends', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const link = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, 'gone'))
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), (links) => {
        const board = sketch({
          causes: names.map((id) => ({ id })),
          links: links.map(([from, to]) => `because ${from} ${to}`),
        })
        const told: string[] = []
        const visit = (branch: CausalBranch): void => {
          if (!branch.repeated) told.push(branch.id)
          branch.causes.forEach(visit)
        }
        causalTree(board).forEach(visit)
        expect(told.toSorted()).toEqual(names.map(idOf))
      }),
    )
  })
  it('[AN34] goes on with a deep chain in another tree', () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `c${i}`)
    const board = sketch({
      causes: ids.map((id) => ({ id })),
      links: ids.slice(1).map((id, i) => `because c${i} ${id}`),
    })
    const depth = (branch: CausalBranch): number => 1 + Math.max(0, ...branch.causes.map(depth))
    expect(Math.max(...causalTree(board).map(depth))).toBeLessThan(30)
  })
})

describe('crack', () => {
  const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
  it('[AN26] is the same for a seed, ends where it should, strays slightly, tapers', () => {
    fc.assert(
      fc.property(point, point, fc.string(), (from, to, seed) => {
        const crack = crackBetween(from, to, seed)
        expect(crackBetween(from, to, seed)).toEqual(crack)
        expect([crack.spine[0], crack.spine.at(-1)]).toEqual([from, to])
        expect(Math.max(...crack.reach)).toBeLessThanOrEqual(2.75)
        expect(crack.reach.at(-1)).toBeLessThanOrEqual(crack.reach[0] ?? 0)
        const reach = 16 + Math.hypot(to.x - from.x, to.y - from.y) * 0.2
        for (const { x, y } of crack.spine) {
          expect(x).toBeGreaterThan(Math.min(from.x, to.x) - reach)
          expect(x).toBeLessThan(Math.max(from.x, to.x) + reach)
          expect(y).toBeLessThan(Math.max(from.y, to.y) + reach)
        }
        expect(crackOutline(crack) + crackLine(crack)).not.toMatch(/NaN|Infinity/)
      }),
    )
  })
  it('[AN26] differs between seeds', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 80, y: 120 },
    ]
    expect(crackLine(crackBetween(from, to, 'a'))).not.toBe(crackLine(crackBetween(from, to, 'b')))
  })
  it('[AN27] can be cut, and the parts meet', () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (from, to, share) => {
        const crack = crackBetween(from, to, 'seed')
        const [ink, gold] = [partOfCrack(crack, 0, share), partOfCrack(crack, share, 1)]
        expect(ink.spine.at(-1)).toEqual(gold.spine[0])
        expect(gold.spine.at(-1)?.x).toBeCloseTo(to.x)
        expect(gold.spine.at(-1)?.y).toBeCloseTo(to.y)
      }),
    )
  })
})
