import { type CausalBranch, causalTree } from '@kintsugi/analysis'
import type { BoardSnapshot, TimelineEntry } from '@kintsugi/model'
import { kptLikes } from '../../../kpt/kptSteps.ts'

/** The list a thing can be moved in, in its order; `null` where its place follows from its time alone. */
export function likesOf(snapshot: BoardSnapshot, id: string): readonly string[] | null {
  const ids = (items: readonly { id: string }[]): string[] => items.map((item) => item.id)
  if (snapshot.actions.some((action) => action.id === id)) return ids(snapshot.actions)
  const inKpt = kptLikes(snapshot, id)
  if (inKpt) return inKpt
  const entry = snapshot.timeline.find((each) => each.id === id)
  if (entry) {
    const same = snapshot.timeline.filter((other) => isSameTime(entry, other))
    return same.length > 1 ? ids(same) : null
  }
  return siblingsOf(causalTree(snapshot), id) ?? null
}

function isSameTime(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.at === b.at && (a.at !== null || a.day === b.day)
}

/** The causes beside this one, below the same effect, where it is told in full. */
function siblingsOf(branches: readonly CausalBranch[], id: string): readonly string[] | undefined {
  if (branches.some((branch) => branch.id === id && !branch.repeated))
    return branches.map((branch) => branch.id)
  for (const branch of branches) {
    const found = siblingsOf(branch.causes, id)
    if (found) return found
  }
  return undefined
}

/** Where a step up or down leads: beside which neighbour. Undefined at the end of the list. */
export function stepIn(
  list: readonly string[],
  id: string,
  by: 1 | -1,
): { between: { before: string } | { after: string }; at: number } | undefined {
  const to = list.indexOf(id) + by
  const neighbour = list[to]
  if (neighbour === undefined) return undefined
  return { between: by === 1 ? { after: neighbour } : { before: neighbour }, at: to + 1 }
}
