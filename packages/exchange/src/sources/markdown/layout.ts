import type { Cause, Link, Placement } from '@kintsugi/model'

const column = 340
const row = 190

/** Simple columns for imported causes: each chain of whys one column, the others a column a kind. */
export function placeCauses(causes: readonly Cause[], links: readonly Link[]): Record<string, Placement> {
  const effectOf = new Map(links.filter(({ kind }) => kind === 'because').map(({ from, to }) => [to, from]))
  const first = (id: string): string => {
    let at = id
    for (let effect = effectOf.get(at); effect !== undefined; effect = effectOf.get(at)) at = effect
    return at
  }
  const columns = new Map<string, Cause[]>()
  for (const cause of causes) {
    const key = cause.kind === 'condition' ? first(cause.id) : cause.kind
    columns.set(key, [...(columns.get(key) ?? []), cause])
  }
  const placements: Record<string, Placement> = {}
  ;[...columns.values()].forEach((stack, x) => {
    stack.forEach((cause, y) => {
      placements[cause.id] = { x: x * column, y: y * row }
    })
  })
  return placements
}
