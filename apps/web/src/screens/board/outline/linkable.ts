import { linkEnds } from '@kintsugi/board'
import {
  type BoardSnapshot,
  type Link,
  type LinkKind,
  linkKey,
  linkKinds,
  plainTextOf,
  type RichText,
} from '@kintsugi/model'

/** One way a thing can be linked: which kind, and which end it is. */
export interface Relation {
  kind: LinkKind
  way: 'from' | 'to'
}
export interface Candidate {
  link: Link
  id: string
  text: string
  linked: boolean
}

type Part = 'timeline' | 'causes' | 'kptGroups' | 'kptNotes' | 'actions' | 'freeNotes'
const parts = ['timeline', 'causes', 'kptNotes', 'actions'] as const

/** All ways in which things of a part can be linked. */
export function relationsOf(part: Part): Relation[] {
  return linkKinds.flatMap((kind) => {
    const { from, to } = linkEnds[kind]
    const ways: Relation[] = []
    if (from.includes(part)) ways.push({ kind, way: 'from' })
    if (to.includes(part)) ways.push({ kind, way: 'to' })
    return ways
  })
}

/** Everything that a thing is or could be linked with so, in reading order. */
export function candidatesOf(snapshot: BoardSnapshot, id: string, { kind, way }: Relation): Candidate[] {
  const ends = linkEnds[kind][way === 'from' ? 'to' : 'from']
  const there = new Set(snapshot.links.map(linkKey))
  return parts
    .filter((part) => ends.includes(part))
    .flatMap((part) => snapshot[part] as readonly { id: string; text: RichText }[])
    .filter((other) => other.id !== id)
    .map((other) => {
      const link: Link = way === 'from' ? { kind, from: id, to: other.id } : { kind, from: other.id, to: id }
      return { link, id: other.id, text: plainTextOf(other.text), linked: there.has(linkKey(link)) }
    })
}
