import { Graph, layout } from '@dagrejs/dagre'
import type { BoardSnapshot, ItemId } from '@kintsugi/model'
import { layersOf } from './layers.ts'

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
  /** Least width before causes without links start another row. */
  rowWidth?: number
}

/**
 * Beyond this, avoiding crossings takes many seconds (60 causes, each linked to each, took a minute) and shows nobody
 * anything: then the layers are filled in the order of the lists.
 */
const most = { links: 400, span: 1000 }

/**
 * Layers from the top down: an effect above its causes. Deterministic in the order of the lists; cycles are
 * tolerated (one of their links then runs upwards), links with a missing end are left out. Causes without any link
 * stand below in rows.
 */
export function causalLayout(
  snapshot: Pick<BoardSnapshot, 'causes' | 'links'>,
  { sizeOf, gap = { x: 36, y: 64 }, rowWidth = 900 }: CausalLayoutOptions,
): CausalLayout {
  const ids = new Set(snapshot.causes.map(({ id }) => id))
  const links = snapshot.links.filter(
    ({ kind, from, to }) => kind === 'because' && from !== to && ids.has(from) && ids.has(to),
  )
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]))
  const boxes = layered(
    [...ids].filter((id) => linked.has(id)),
    links,
    sizeOf,
    gap,
  )
  const below = extent(boxes)
  const loose = rows(
    [...ids].filter((id) => !linked.has(id)),
    sizeOf,
    gap.x,
    Math.max(below.width, rowWidth),
  )
  const top = boxes.length > 0 && loose.length > 0 ? below.height + gap.y : 0
  boxes.push(...loose.map((box) => ({ ...box, y: box.y + top })))
  return { positions: Object.fromEntries(boxes.map(({ id, x, y }) => [id, { x, y }])), ...extent(boxes) }
}

interface Box extends Size {
  id: ItemId
  x: number
  y: number
}
const extent = (boxes: readonly Box[]): Size => ({
  width: boxes.reduce((edge, { x, width }) => Math.max(edge, x + width), 0),
  height: boxes.reduce((edge, { y, height }) => Math.max(edge, y + height), 0),
})

function layered(
  ids: readonly ItemId[],
  links: readonly { from: ItemId; to: ItemId }[],
  sizeOf: (id: ItemId) => Size,
  gap: { x: number; y: number },
): Box[] {
  if (ids.length === 0) return []
  const { layers, span } = layersOf(ids, links)
  if (links.length > most.links || span > most.span) return plainLayers(layers, sizeOf, gap)
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: gap.x, ranksep: gap.y, edgesep: gap.x / 2, rankalign: 'top' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const id of ids) graph.setNode(id, { ...sizeOf(id) })
  for (const { from, to } of links) graph.setEdge(from, to)
  layout(graph)
  const placed = ids.map((id): Box => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id)
    return { id, x: x - width / 2, y: y - height / 2, width, height }
  })
  const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))]
  return placed.map((box) => ({ ...box, x: box.x - left, y: box.y - top }))
}

function plainLayers(
  layers: readonly (readonly ItemId[])[],
  sizeOf: (id: ItemId) => Size,
  gap: { x: number; y: number },
): Box[] {
  let y = 0
  return layers.flatMap((ids) => {
    const layer = rows(ids, sizeOf, gap.x, Number.POSITIVE_INFINITY)
    const placed = layer.map((box) => ({ ...box, y }))
    y += extent(layer).height + gap.y
    return placed
  })
}

function rows(ids: readonly ItemId[], sizeOf: (id: ItemId) => Size, gap: number, width: number): Box[] {
  let [x, y, tallest] = [0, 0, 0]
  return ids.map((id) => {
    const size = sizeOf(id)
    if (x > 0 && x + size.width > width) {
      x = 0
      y += tallest + gap
      tallest = 0
    }
    const box = { id, x, y, ...size }
    x += size.width + gap
    tallest = Math.max(tallest, size.height)
    return box
  })
}
