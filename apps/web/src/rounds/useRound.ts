import type { Round } from '@kintsugi/model'
import { useMemo } from 'react'
import { useBoard, useReadable, useSession } from '../board/boardContext.tsx'
import { createCell } from '../live/readable.ts'
import { cornerOf } from './corner.ts'
import { type NoteState, type OwnNote, stateOf } from './keptRound.ts'
import type { RoundDesk, RoundView } from './roundDesk.ts'

const closed = createCell<RoundView>({
  live: null,
  access: 'none',
  kept: new Map(),
  signed: [],
  trouble: null,
  lasts: true,
})

/** This person's side of the board's rounds; `desk` is null until it is open. */
export function useRound(): { desk: RoundDesk | null; view: RoundView } {
  const desk = useReadable(cornerOf(useSession()).desk)
  return { desk, view: useReadable(desk?.view ?? closed) }
}

/** The round as the board has it. */
export function usePublished(roundId: string | undefined): Round | null {
  return useBoard((s) => s.rounds.find(({ id }) => id === roundId) ?? null)
}

/** One's own notes of a round that this device keeps, and how each stands. */
export function useOwnNotes(roundId: string): { notes: readonly OwnNote[]; states: readonly NoteState[] } {
  const { view } = useRound()
  const published = usePublished(roundId)
  // Signed ones that are in are the server's to list: they are one's own on every device.
  const notes = (view.kept.get(roundId)?.notes ?? []).filter(
    (note) => note.key !== null || !note.sent || note.refused,
  )
  const board = useBoard((s) => s.kptNotes)
  const standing = useMemo(() => new Set(board.flatMap(({ seal }) => seal ?? [])), [board])
  return { notes, states: notes.map((note) => stateOf(note, published, false, standing)) }
}
