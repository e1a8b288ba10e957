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

/** What can be voted on, in the board's order: groups, and notes in none. */
export function topicsOf({ kptNotes, kptGroups }: Pick<BoardSnapshot, 'kptNotes' | 'kptGroups'>): Topic[] {
  const groups = new Map(kptGroups.map((group) => [group.id, group]))
  const seen = new Set<string>()
  return kptNotes.flatMap((note): Topic[] => {
    const group = note.groupId === null ? undefined : groups.get(note.groupId)
    if (!group) {
      if (plainTextOf(note.text).trim() === '') return []
      return [{ id: note.id, name: firstLineOf(note.text), column: note.slot.column, noteId: note.id }]
    }
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

/** Of what is voted on: the topic that a note, or a group, stands for. */
export function topicAt(
  topics: readonly Topic[],
  snapshot: Pick<BoardSnapshot, 'kptNotes'>,
  id: string,
): Topic | undefined {
  const groupId = snapshot.kptNotes.find((note) => note.id === id)?.groupId ?? null
  return topics.find((topic) => topic.id === id || topic.id === groupId)
}
