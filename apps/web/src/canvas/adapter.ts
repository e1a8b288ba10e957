import type { Node } from '@xyflow/react'
import { type Point, sameRect } from './geometry.ts'
import type { CanvasPart, Placed } from './placed.ts'

export interface NodeData extends Record<string, unknown> {
  item: object
  width: number
  height: number
}
export type ItemNode = Node<NodeData, CanvasPart>

/**
 * Placed items → React Flow's nodes. An item that is the same object in the same place, equally selected, keeps its node
 * object: React Flow and React then leave it alone.
 */
export function createNodeAdapter(labelOf: (id: string) => string) {
  let kept = new Map<string, { placed: Placed; node: ItemNode }>()
  let lastList: ItemNode[] = []

  return function nodesOf(
    visible: readonly Placed[],
    selection: ReadonlySet<string>,
    drags: ReadonlyMap<string, Point>,
    writable: boolean,
  ): ItemNode[] {
    const next = new Map<string, { placed: Placed; node: ItemNode }>()
    const list = visible.map((placed) => {
      const before = kept.get(placed.id)
      const selected = selection.has(placed.id)
      const drag = drags.get(placed.id)
      const x = drag?.x ?? placed.rect.x
      const y = drag?.y ?? placed.rect.y
      const same =
        before !== undefined &&
        before.placed.item === placed.item &&
        sameRect(before.placed.rect, placed.rect) &&
        before.node.selected === selected &&
        before.node.draggable === writable &&
        before.node.position.x === x &&
        before.node.position.y === y
      const node = same
        ? before.node
        : makeNode(placed, { x, y }, selected, writable, before?.node, labelOf(placed.id))
      next.set(placed.id, { placed, node })
      return node
    })
    kept = next
    const unchanged = list.length === lastList.length && list.every((node, i) => node === lastList[i])
    if (!unchanged) lastList = list
    return lastList
  }
}

function makeNode(
  placed: Placed,
  position: Point,
  selected: boolean,
  draggable: boolean,
  before: ItemNode | undefined,
  ariaLabel: string,
): ItemNode {
  const { width, height } = placed.rect
  const data =
    before?.data.item === placed.item && before.data.width === width && before.data.height === height
      ? before.data
      : { item: placed.item, width, height }
  return {
    id: placed.id,
    type: placed.part,
    ariaLabel,
    ariaRole: 'group',
    position,
    data,
    width,
    height,
    // Sizes are known beforehand: nothing has to be measured, and nothing jumps.
    measured: { width, height },
    selected,
    draggable,
    connectable: false,
    deletable: false,
    focusable: true,
    // A frame lies below what stands in it, and is not caught with it.
    ...(placed.part === 'kptGroups' ? { selectable: false } : {}),
    zIndex: placed.part === 'kptGroups' ? 0 : selected ? 5 : 1,
  }
}
