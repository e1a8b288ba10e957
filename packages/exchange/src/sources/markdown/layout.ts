import type { Cause, Link, Placement } from '@kintsugi/model'

const column = 230
const row = 180
/** A list longer than this goes on beside itself: a board is wide, not deep. */
const deepest = 6

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
  let x = 0
  for (const stack of columns.values()) {
    stack.forEach((cause, i) => {
      placements[cause.id] = { x: (x + Math.floor(i / deepest)) * column, y: (i % deepest) * row }
    })
    x += Math.ceil(stack.length / deepest)
  }
  return placements
}
