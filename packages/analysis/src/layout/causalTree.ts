import type { BoardSnapshot, ItemId } from '@kintsugi/model'

export interface CausalBranch {
  id: ItemId
  /** Told in full elsewhere: a cause of several effects, a ring closing, or a chain too deep to indent. It has no branches here. */
  repeated: boolean
  causes: CausalBranch[]
}

/** Deeper chains go on as trees of their own: nobody reads further to the right, and nothing recurses without end. */
const deepest = 24

/**
 * The causal graph as a tree to be read aloud: from effects nothing else explains down to their causes, in reading
 * order. Every cause is told in full exactly once; rings begin at their first cause in reading order.
 */
export function causalTree(snapshot: Pick<BoardSnapshot, 'causes' | 'links'>): CausalBranch[] {
  const order = new Map(snapshot.causes.map(({ id }, i) => [id, i]))
  const links = snapshot.links.filter(
    ({ kind, from, to }) => kind === 'because' && from !== to && order.has(from) && order.has(to),
  )
  const behind = Map.groupBy(links, ({ from }) => from)
  const explained = new Set(links.map(({ to }) => to))
  const told = new Set<ItemId>()
  const tell = (id: ItemId, depth = 0): CausalBranch => {
    if (told.has(id) || depth > deepest) return { id, repeated: true, causes: [] }
    told.add(id)
    const causes = (behind.get(id) ?? [])
      .map(({ to }) => to)
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    return { id, repeated: false, causes: causes.map((cause) => tell(cause, depth + 1)) }
  }
  const ids = snapshot.causes.map(({ id }) => id)
  const roots = ids.filter((id) => !explained.has(id)).map((id) => tell(id))
  const rings = ids.flatMap((id) => (told.has(id) ? [] : [tell(id)]))
  return [...roots, ...rings]
}
