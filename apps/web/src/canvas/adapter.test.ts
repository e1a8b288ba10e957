import { describe, expect, it } from 'vitest'
import { createNodeAdapter } from './adapter.ts'
import { type Point, rectOf } from './geometry.ts'
import type { Placed } from './placed.ts'

const none: ReadonlySet<string> = new Set()
const still: ReadonlyMap<string, Point> = new Map()
const items = { a: { id: 'a' }, b: { id: 'b' } }
const placed = (x = 0): Placed[] => [
  { id: 'a', part: 'causes', item: items.a, rect: rectOf(x, 0, 190, 80) },
  { id: 'b', part: 'actions', item: items.b, rect: rectOf(0, 200, 400, 34) },
]

describe('nodes of the canvas', () => {
  it('[WB2] keeps the node of an item that is the same object in the same place', () => {
    const nodesOf = createNodeAdapter((id) => id)
    const first = nodesOf(placed(), none, still, true)
    expect(nodesOf(placed(), none, still, true)).toBe(first)
    const moved = nodesOf(placed(30), none, still, true)
    expect(moved[0]).not.toBe(first[0])
    expect(moved[1]).toBe(first[1])
  })
  it('[WB2] keeps what a card is drawn from while it is only moved or selected', () => {
    const nodesOf = createNodeAdapter((id) => id)
    const [before] = nodesOf(placed(), none, still, true)
    const [selected] = nodesOf(placed(), new Set(['a']), still, true)
    expect(selected?.selected).toBe(true)
    expect(selected?.data).toBe(before?.data)
    const [dragged] = nodesOf(placed(), new Set(['a']), new Map([['a', { x: 7, y: 8 }]]), true)
    expect(dragged?.position).toEqual({ x: 7, y: 8 })
    expect(dragged?.data).toBe(before?.data)
  })
  it('[WB2] makes another node of another object', () => {
    const nodesOf = createNodeAdapter((id) => id)
    const [before] = nodesOf(placed(), none, still, true)
    const [first, ...rest] = placed()
    const next = first ? [{ ...first, item: { id: 'a' } }, ...rest] : rest
    expect(nodesOf(next, none, still, true)[0]?.data).not.toBe(before?.data)
  })
  it('[WB2] lets nothing be dragged where the board cannot be written', () => {
    const nodes = createNodeAdapter((id) => id)(placed(), none, still, false)
    expect(nodes.map((node) => node.draggable)).toEqual([false, false])
  })
})
