import { Graph, layout } from '@dagrejs/dagre'
import type { BoardSnapshot, ItemId } from '@kintsugi/model'

export interface Size {
  width: number
  height: number
}
export interface CausalLayout extends Size {
  /** Top left corners, the layout's own top left at 0, 0. */
  positions: Record<ItemId, { x: number; y: number }>
}
export interface CausalLayoutOptions {
  sizeOf: (id: ItemId) => Size
  /** Room between neighbours of one layer, and between layers. */
  gap?: { x: number; y: number }
}

/**
 * Layers from the top down: an effect above its causes. Deterministic in the order of the lists; cycles are
 * tolerated (one of their links then runs upwards), links with a missing end are left out.
 */
export function causalLayout(
  snapshot: Pick<BoardSnapshot, 'causes' | 'links'>,
  { sizeOf, gap = { x: 36, y: 64 } }: CausalLayoutOptions,
): CausalLayout {
  if (snapshot.causes.length === 0) return { positions: {}, width: 0, height: 0 }
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: gap.x, ranksep: gap.y, edgesep: gap.x / 2, rankalign: 'top' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of snapshot.causes) graph.setNode(id, { ...sizeOf(id) })
  for (const link of snapshot.links) {
    const real = link.kind === 'because' && graph.hasNode(link.from) && graph.hasNode(link.to)
    if (real && link.from !== link.to) graph.setEdge(link.from, link.to)
  }
  layout(graph)
  const placed = snapshot.causes.map(({ id }) => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id)
    return { id, x: x - width / 2, y: y - height / 2, width, height }
  })
  const left = Math.min(...placed.map(({ x }) => x))
  const top = Math.min(...placed.map(({ y }) => y))
  return {
    positions: Object.fromEntries(placed.map(({ id, x, y }) => [id, { x: x - left, y: y - top }])),
    width: Math.max(...placed.map(({ x, width }) => x + width)) - left,
    height: Math.max(...placed.map(({ y, height }) => y + height)) - top,
  }
}
