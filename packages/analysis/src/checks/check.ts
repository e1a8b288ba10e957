import type { Action, BoardSnapshot, Cause, Instant, ItemId, Link } from '@kintsugi/model'
import { type BoardCover, coverOf, type MilestonesOf, milestonesOf } from '../metrics/index.ts'

/** From advice to what a final postmortem should not be without. */
export const findingSeverities = ['info', 'warning', 'error'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** What a check has to say about a board: codes and values, no sentence. `itemIds` are what to jump to. */
export interface Finding {
  /** `<slice>.<rule>`, the key of its sentences in `words`. */
  code: string
  severity: FindingSeverity
  args: Record<string, string | number>
  itemIds: ItemId[]
}
export type Hit = Pick<Finding, 'args' | 'itemIds'>

/** A snapshot with what most checks ask for, computed once. */
export interface CheckedBoard {
  snapshot: BoardSnapshot
  /** When it is asked; null where that is not to matter. */
  now: Instant | null
  milestones: MilestonesOf
  cover: BoardCover
  /** Actions that are not dropped. */
  live: Action[]
  /** Causes that count: neither refuted nor mitigating. */
  counted: Cause[]
  /** Ids at the other end of links with both ends. */
  linkedTo(kind: Link['kind'], to: ItemId): ItemId[]
  linkedFrom(kind: Link['kind'], from: ItemId): ItemId[]
}

type Slice = 'incident' | 'people' | 'timeline' | 'causes' | 'kpt' | 'actions'
export interface Check {
  code: `${Slice}.${string}`
  severity: FindingSeverity
  find(board: CheckedBoard): Hit[]
}

/** One hit for all items concerned, none where there are none. */
export function hitFor(items: readonly { id: ItemId }[]): Hit[] {
  return items.length === 0 ? [] : [{ args: { count: items.length }, itemIds: items.map(({ id }) => id) }]
}
/** One hit about the board as a whole. */
export const hitIf = (condition: boolean, args: Hit['args'] = {}): Hit[] =>
  condition ? [{ args, itemIds: [] }] : []

export function checkedBoard(snapshot: BoardSnapshot, now: Instant | null = null): CheckedBoard {
  const cover = coverOf(snapshot)
  const counted = new Set(cover.counted)
  const parts = [snapshot.timeline, snapshot.causes, snapshot.kptNotes, snapshot.actions]
  const ids = new Set(parts.flatMap((items) => items.map(({ id }) => id)))
  const links = snapshot.links.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const into = Map.groupBy(links, ({ kind, to }) => `${kind} ${to}`)
  const outOf = Map.groupBy(links, ({ kind, from }) => `${kind} ${from}`)
  return {
    snapshot,
    now,
    milestones: milestonesOf(snapshot),
    cover,
    live: snapshot.actions.filter(({ status }) => status !== 'dropped'),
    counted: snapshot.causes.filter(({ id }) => counted.has(id)),
    linkedTo: (kind, to) => (into.get(`${kind} ${to}`) ?? []).map(({ from }) => from),
    linkedFrom: (kind, from) => (outOf.get(`${kind} ${from}`) ?? []).map(({ to }) => to),
  }
}
