import { type BoardCover, coverOf, type Duration, durations } from '@kintsugi/analysis'
import type { BoardSnapshot, Link } from '@kintsugi/model'

/** Remembers the last answer for as long as the parts it was read from stay the same objects. */
function remembered<T>(
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
  part: 'timeline' | 'causes' | 'kptNotes' | 'actions' | 'freeNotes'
  item: { id: string }
}
const itemsById = remembered(
  (s) => [s.timeline, s.causes, s.kptNotes, s.actions, s.freeNotes],
  (s) => {
    const byId = new Map<string, Named>()
    for (const part of ['timeline', 'causes', 'kptNotes', 'actions', 'freeNotes'] as const)
      for (const item of s[part]) byId.set(item.id, { id: item.id, part, item })
    return byId
  },
)
export const itemIn = (snapshot: BoardSnapshot, id: string): Named | undefined => itemsById(snapshot).get(id)
