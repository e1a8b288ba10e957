import {
  type BoardCover,
  coverOf,
  type Duration,
  durations,
  keepProposals,
  latestVotes,
  type Votes,
  votesOf,
} from '@kintsugi/analysis'
import {
  type BoardSnapshot,
  type KptColumn,
  type KptHeap,
  kptHeaps,
  type Link,
  type TimelineEntry,
} from '@kintsugi/model'

/** Remembers the last answer for as long as the parts it was read from stay the same objects. */
export function remembered<T>(
  parts: (snapshot: BoardSnapshot) => readonly unknown[],
  read: (snapshot: BoardSnapshot) => T,
): (snapshot: BoardSnapshot) => T {
  let last: { from: readonly unknown[]; value: T } | null = null
  return (snapshot) => {
    const from = parts(snapshot)
    if (last?.from.every((part, i) => part === from[i])) return last.value
    last = { from, value: read(snapshot) }
    return last.value
  }
}

/** What is computed from the board, once per change however many cards ask. */
export const coverIn: (snapshot: BoardSnapshot) => BoardCover = remembered(
  (s) => [s.causes, s.actions, s.links],
  coverOf,
)

export const durationsIn: (snapshot: BoardSnapshot) => Duration[] = remembered(
  (s) => [s.timeline, s.incident.meetingAt],
  (s) => durations(s),
)

export const heapsIn: (snapshot: BoardSnapshot) => Readonly<Record<KptColumn, readonly KptHeap[]>> =
  remembered(
    (s) => [s.kptNotes, s.kptGroups],
    (s) => ({ keep: kptHeaps(s, 'keep'), problem: kptHeaps(s, 'problem'), try: kptHeaps(s, 'try') }),
  )
const heapsById = remembered(
  (s) => [s.kptNotes, s.kptGroups],
  (s) => new Map(Object.values(heapsIn(s)).flatMap((heaps) => heaps.map((heap) => [heap.id, heap] as const))),
)
/** A group with its notes, or a note that is in none. */
export const heapIn = (snapshot: BoardSnapshot, id: string): KptHeap | undefined =>
  heapsById(snapshot).get(id)

const votesIn: (snapshot: BoardSnapshot) => Votes | null = remembered((s) => [s.rounds], latestVotes)
/** Votes of a group, or of a note that is in none; null where there were none. */
export function votesFor(snapshot: BoardSnapshot, id: string): number | null {
  const votes = votesIn(snapshot)
  const heap = votes === null ? undefined : heapIn(snapshot, id)
  return heap === undefined ? null : votesOf(votes, heap)
}

export const keepProposalsIn: (snapshot: BoardSnapshot) => readonly TimelineEntry[] = remembered(
  (s) => [s.timeline, s.kptNotes, s.links],
  keepProposals,
)

const linksByItem = remembered(
  (s) => [s.links],
  (s) => {
    const byItem = new Map<string, Link[]>()
    for (const link of s.links)
      for (const end of [link.from, link.to]) {
        const there = byItem.get(end)
        if (there) there.push(link)
        else byItem.set(end, [link])
      }
    return byItem
  },
)
const none: readonly Link[] = []
export const linksOf = (snapshot: BoardSnapshot, id: string): readonly Link[] =>
  linksByItem(snapshot).get(id) ?? none

export interface Named {
  id: string
  part: 'timeline' | 'causes' | 'kptGroups' | 'kptNotes' | 'actions' | 'freeNotes'
  item: { id: string }
}
const itemsById = remembered(
  (s) => [s.timeline, s.causes, s.kptGroups, s.kptNotes, s.actions, s.freeNotes],
  (s) => {
    const byId = new Map<string, Named>()
    for (const part of ['timeline', 'causes', 'kptGroups', 'kptNotes', 'actions', 'freeNotes'] as const)
      for (const item of s[part]) byId.set(item.id, { id: item.id, part, item })
    return byId
  },
)
export const itemIn = (snapshot: BoardSnapshot, id: string): Named | undefined => itemsById(snapshot).get(id)
