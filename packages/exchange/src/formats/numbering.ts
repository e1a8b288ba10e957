import type { BoardSnapshot, ItemId, Link } from '@kintsugi/model'

/** E1, C1, A1 …: how parts of one document refer to each other, in reading order. */
export interface Numbering {
  of(id: ItemId): string
  /** Numbers of the items at the other end of the item's links of a kind. */
  linked(id: ItemId, kind: Link['kind'], end: 'from' | 'to'): string[]
}

export function numberItems({ timeline, causes, actions, links }: BoardSnapshot): Numbering {
  const numbers = new Map<ItemId, string>()
  for (const [letter, items] of [
    ['E', timeline],
    ['C', causes],
    ['A', actions],
  ] as const)
    items.forEach(({ id }, i) => {
      numbers.set(id, `${letter}${i + 1}`)
    })
  const order = new Map([...numbers.keys()].map((id, i) => [id, i]))
  return {
    of: (id) => numbers.get(id) ?? '',
    linked: (id, kind, end) =>
      links
        .filter((link) => link.kind === kind && link[end === 'from' ? 'to' : 'from'] === id)
        .map((link) => link[end])
        .filter((other) => numbers.has(other))
        .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        .map((other) => numbers.get(other) ?? ''),
  }
}
