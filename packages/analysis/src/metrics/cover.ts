import type { Action, ActionAim, BoardSnapshot, Cause, ItemId } from '@kintsugi/model'

/** How far the gold has come, from nothing to done; `settled` is ink with a seal. */
export const covers = ['bare', 'half', 'settled', 'mended', 'shining'] as const
export type Cover = (typeof covers)[number]

export interface BoardCover {
  byCause: Record<ItemId, Cover>
  /** Aims of the live actions that answer each cause. */
  aims: Record<ItemId, ActionAim[]>
  /** Causes that count: neither refuted nor mitigating. */
  counted: ItemId[]
  /** (mended or settled + ½ half-mended) / counted, 0–1; null where none is counted. */
  mended: number | null
}

const whole: ReadonlySet<Cover> = new Set(['mended', 'shining', 'settled'])

export function countsForCover(cause: Pick<Cause, 'certainty' | 'kind'>): boolean {
  return cause.certainty !== 'refuted' && cause.kind !== 'mitigating'
}

function sidesOf(actions: readonly Action[]): { prevent: boolean; contain: boolean } {
  return {
    prevent: actions.some((action) => action.aim === 'prevent'),
    contain: actions.some((action) => action.aim !== null && action.aim !== 'prevent'),
  }
}

function ownCover(cause: Cause, answering: readonly Action[]): Cover {
  const planned = sidesOf(answering)
  const done = sidesOf(answering.filter((action) => action.status === 'done'))
  if (done.prevent && done.contain) return 'shining'
  if (planned.prevent && planned.contain) return 'mended'
  if (cause.acceptedRisk.trim() !== '') return 'settled'
  return planned.prevent || planned.contain ? 'half' : 'bare'
}

/** Gold. A link is drawn in the cover of its cause end; links with a missing end do not count. */
export function coverOf(snapshot: Pick<BoardSnapshot, 'causes' | 'actions' | 'links'>): BoardCover {
  const causes = new Map(snapshot.causes.map((cause) => [cause.id, cause]))
  const live = new Map(
    snapshot.actions.filter((action) => action.status !== 'dropped').map((action) => [action.id, action]),
  )
  const linked = snapshot.links.filter((link) => causes.has(link.to))
  const answering = Map.groupBy(
    linked.filter((link) => link.kind === 'answers' && live.has(link.from)),
    (link) => link.to,
  )
  const behind = Map.groupBy(
    linked.filter((link) => {
      const cause = causes.get(link.to)
      return link.kind === 'because' && causes.has(link.from) && cause !== undefined && countsForCover(cause)
    }),
    (link) => link.from,
  )

  const byCause: Record<ItemId, Cover> = {}
  const aims: Record<ItemId, ActionAim[]> = {}
  for (const cause of snapshot.causes) {
    const actions = (answering.get(cause.id) ?? []).flatMap((link) => live.get(link.from) ?? [])
    byCause[cause.id] = ownCover(cause, actions)
    aims[cause.id] = [...new Set(actions.flatMap((action) => action.aim ?? []))]
  }
  // Least fixed point: what is mended mends what it caused. A ring of causes cannot mend itself.
  const isWhole = (id: ItemId): boolean => whole.has(byCause[id] ?? 'bare')
  const open = new Map(
    [...behind].map(([effect, reasons]) => [effect, reasons.filter(({ to }) => !isWhole(to)).length]),
  )
  const effects = Map.groupBy([...behind.values()].flat(), ({ to }) => to)
  const mend = [...open].flatMap(([effect, left]) => (left === 0 && !isWhole(effect) ? [effect] : []))
  for (let effect = mend.pop(); effect !== undefined; effect = mend.pop()) {
    byCause[effect] = 'mended'
    for (const { from } of effects.get(effect) ?? []) {
      const left = (open.get(from) ?? 0) - 1
      open.set(from, left)
      if (left === 0 && !isWhole(from)) mend.push(from)
    }
  }

  const counted = snapshot.causes.filter(countsForCover).map((cause) => cause.id)
  const worth = (id: ItemId): number => {
    const cover = byCause[id] ?? 'bare'
    return whole.has(cover) ? 1 : cover === 'half' ? 0.5 : 0
  }
  const sum = counted.reduce((total, id) => total + worth(id), 0)
  return { byCause, aims, counted, mended: counted.length === 0 ? null : sum / counted.length }
}
