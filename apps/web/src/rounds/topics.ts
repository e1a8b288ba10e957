import { type BoardSnapshot, type KptColumn, plainTextOf } from '@kintsugi/model'
import { firstLineOf } from '../board/firstLine.ts'
import { remembered } from '../board/readings.ts'

export interface Topic {
  readonly id: string
  /** Empty where nothing is written in it yet. */
  readonly name: string
  readonly column: KptColumn
  /** The note it is shown at: itself, or the first of its group. */
  readonly noteId: string
}
type Kpt = Pick<BoardSnapshot, 'kptNotes' | 'kptGroups'>
type Note = BoardSnapshot['kptNotes'][number]

const saysSomething = ({ text }: Note): boolean => plainTextOf(text).trim() !== ''
const topicOfNote = ({ id, text, slot }: Note): Topic => ({
  id,
  name: firstLineOf(text),
  column: slot.column,
  noteId: id,
})

/** What can be voted on, in the board's order: groups, and notes in none. */
export function topicsOf({ kptNotes, kptGroups }: Kpt): Topic[] {
  const groups = new Map(kptGroups.map((group) => [group.id, group]))
  const seen = new Set<string>()
  return kptNotes.flatMap((note): Topic[] => {
    const group = note.groupId === null ? undefined : groups.get(note.groupId)
    if (!group) return saysSomething(note) ? [topicOfNote(note)] : []
    if (seen.has(group.id)) return []
    seen.add(group.id)
    const { column } = group.slot
    return [{ id: group.id, name: group.name || firstLineOf(note.text), column, noteId: note.id }]
  })
}

/** The same, once per change however many rows and cards ask. */
export const topicsIn: (snapshot: BoardSnapshot) => readonly Topic[] = remembered(
  (s) => [s.kptNotes, s.kptGroups],
  topicsOf,
)

export interface Voted {
  readonly topics: readonly Topic[]
  /** Those that nothing on the board stands for any more: somebody has removed or dissolved them meanwhile. */
  readonly gone: readonly string[]
}
/** What a round's topics are on the board now. A note that was put into a group since is the topic it was. */
export function votedOf(board: Kpt, ids: readonly string[], all: readonly Topic[] = topicsOf(board)): Voted {
  const voted = new Set(ids)
  const standing = all.filter(({ id }) => voted.has(id))
  const there = new Set(standing.map(({ id }) => id))
  const grouped = board.kptNotes.filter(
    (note) => voted.has(note.id) && !there.has(note.id) && saysSomething(note),
  )
  const topics = [...standing, ...grouped.map(topicOfNote)]
  const known = new Set(topics.map(({ id }) => id))
  return { topics, gone: ids.filter((id) => !known.has(id)) }
}

const readings = new WeakMap<readonly string[], (snapshot: BoardSnapshot) => Voted>()
/** The same, once per change and round. */
export function votedIn(ids: readonly string[]): (snapshot: BoardSnapshot) => Voted {
  const there = readings.get(ids)
  if (there) return there
  const reading = remembered(
    (s) => [s.kptNotes, s.kptGroups],
    (s) => votedOf(s, ids, topicsIn(s)),
  )
  readings.set(ids, reading)
  return reading
}

/** Of what is voted on: the topic that a note, or a group, stands for. */
export function topicAt(
  topics: readonly Topic[],
  snapshot: Pick<BoardSnapshot, 'kptNotes'>,
  id: string,
): Topic | undefined {
  const groupId = snapshot.kptNotes.find((note) => note.id === id)?.groupId ?? null
  return topics.find((topic) => topic.id === id) ?? topics.find((topic) => topic.id === groupId)
}
