import type { ItemId } from '@kintsugi/model'

type Arrow = { from: ItemId; to: ItemId }
export interface Layers {
  /** Layer by layer from the top, each in the order of the list. */
  layers: ItemId[][]
  /** Layers that the links cross, all together: what a layout that avoids crossings has to think about. */
  span: number
}

/** Puts every cause on a layer below all of its effects, as far as rings allow. Linear in causes and links. */
export function layersOf(ids: readonly ItemId[], links: readonly Arrow[]): Layers {
  const downwards = withoutRings(ids, links)
  const behind = Map.groupBy(downwards, ({ from }) => from)
  const waitsFor = new Map(ids.map((id) => [id, 0]))
  for (const { to } of downwards) waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1)
  const layerOf = new Map<ItemId, number>()
  let layer = ids.filter((id) => waitsFor.get(id) === 0)
  for (let depth = 0; layer.length > 0; depth++) {
    const next: ItemId[] = []
    for (const id of layer) {
      layerOf.set(id, depth)
      for (const { to } of behind.get(id) ?? []) {
        const left = (waitsFor.get(to) ?? 0) - 1
        waitsFor.set(to, left)
        if (left === 0) next.push(to)
      }
    }
    layer = next
  }
  const at = (id: ItemId): number => layerOf.get(id) ?? 0
  const layers: ItemId[][] = []
  for (const id of ids) {
    const here = layers[at(id)]
    if (here === undefined) layers[at(id)] = [id]
    else here.push(id)
  }
  return { layers, span: links.reduce((sum, { from, to }) => sum + Math.abs(at(to) - at(from)), 0) }
}

/** The links but those that close a ring, walking from each cause in turn. */
function withoutRings(ids: readonly ItemId[], links: readonly Arrow[]): Arrow[] {
  const behind = Map.groupBy(links, ({ from }) => from)
  const seen = new Map<ItemId, 'above' | 'done'>()
  const kept: Arrow[] = []
  for (const start of ids) {
    if (seen.has(start)) continue
    const path = [{ id: start, next: 0 }]
    seen.set(start, 'above')
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const link = behind.get(here.id)?.[here.next++]
      if (link === undefined) {
        seen.set(here.id, 'done')
        path.pop()
      } else if (seen.get(link.to) !== 'above') {
        kept.push(link)
        if (!seen.has(link.to)) {
          seen.set(link.to, 'above')
          path.push({ id: link.to, next: 0 })
        }
      }
    }
  }
  return kept
}
