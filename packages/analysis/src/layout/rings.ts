import type { BoardSnapshot, ItemId } from '@kintsugi/model'

type Arrows = ReadonlyMap<ItemId, readonly ItemId[]>

/** Groups of causes that explain each other in a ring, in reading order. A cause that explains itself is a ring of one. */
export function ringsOf(snapshot: Pick<BoardSnapshot, 'causes' | 'links'>): ItemId[][] {
  const ids = snapshot.causes.map(({ id }) => id)
  const known = new Set(ids)
  const links = snapshot.links.filter(
    ({ kind, from, to }) => kind === 'because' && known.has(from) && known.has(to),
  )
  const arrows = (from: 'from' | 'to', to: 'from' | 'to'): Arrows =>
    new Map(
      [...Map.groupBy(links, (link) => link[from])].map(([id, out]) => [id, out.map((link) => link[to])]),
    )
  const [behind, before] = [arrows('from', 'to'), arrows('to', 'from')]
  // Strongly connected components (Kosaraju): finish everything along the arrows, then gather against them.
  const finished = walk(ids, behind).flat()
  const groups = walk(finished.toReversed(), before)
  const order = new Map(ids.map((id, i) => [id, i]))
  const place = (id: ItemId | undefined): number => (id === undefined ? -1 : (order.get(id) ?? -1))
  return groups
    .filter((group) => group.length > 1 || group.some((id) => behind.get(id)?.includes(id)))
    .map((group) => group.sort((a, b) => place(a) - place(b)))
    .sort((a, b) => place(a[0]) - place(b[0]))
}

/** Depth first from each start in turn: what each reaches and nobody reached before, in the order of finishing. */
function walk(starts: readonly ItemId[], arrows: Arrows): ItemId[][] {
  const seen = new Set<ItemId>()
  return starts.flatMap((start) => {
    if (seen.has(start)) return []
    const finished: ItemId[] = []
    const path = [{ id: start, next: 0 }]
    seen.add(start)
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = arrows.get(here.id)?.[here.next++]
      if (to === undefined) {
        finished.push(here.id)
        path.pop()
      } else if (!seen.has(to)) {
        seen.add(to)
        path.push({ id: to, next: 0 })
      }
    }
    return [finished]
  })
}
