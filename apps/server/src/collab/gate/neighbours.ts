import type * as Y from 'yjs'

/** Concurrent insertions between two neighbours; beyond this many we stop looking and believe. */
const steps = 2000

/**
 * Whether one neighbour lies before the other in their list, as it did when somebody put something between them. Both
 * in the document: the list is walked. Brought by the same update: only that they are not one and the same.
 */
export function inOrder(left: Y.Item, leftId: Y.ID, right: Y.Item, rightId: Y.ID): boolean {
  if (left === right) return leftId.clock < rightId.clock
  // A struct that is not yet in the document has no neighbours to walk to.
  if (left.parent === null || right.parent === null || !isPlaced(left) || !isPlaced(right)) return true
  let next = left.right
  for (let step = 0; step < steps; step++) {
    if (next === null) return false
    if (next === right) return true
    next = next.right
  }
  return true
}

const isPlaced = (item: Y.Item): boolean =>
  item.parent !== null && typeof item.parent === 'object' && 'doc' in item.parent
