import { type Board, changeParticipant, describeIncident } from '@kintsugi/board'
import type { BoardSnapshot } from '@kintsugi/model'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { ensureGuest, isGivenName, onNewGuest } from '../identity/guest.ts'

/** What this person is called now. */
export function useOwnName(): string {
  const { language } = useWords()
  const [name, setName] = useState(() => ensureGuest(language).name)
  useEffect(() => onNewGuest((guest) => setName(guest.name)), [])
  return name
}

/** The same person, whatever the width of the letters. */
export const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim() === b.normalize('NFKC').trim()

/**
 * Who makes a board is its owner before having said a name. Once they say it, what stands on the board under the name that
 * was given is theirs under the new one; a name that somebody chose stays, since others may bear it too.
 */
export function renameGiven(
  board: Board,
  { incident, people }: Pick<BoardSnapshot, 'incident' | 'people'>,
  { from, to }: { from: string; to: string },
): void {
  if (!isGivenName(from) || sameName(from, to)) return
  if (sameName(incident.owner, from)) describeIncident(board, { owner: to })
  for (const { id, name } of people) if (sameName(name, from)) changeParticipant(board, id, { name: to })
}

/** Keeps `renameGiven` for as long as the board is open. */
export function useGivenNameRenamed(): void {
  const { board } = useSession()
  const to = useOwnName()
  const snapshot = useBoard((s) => s)
  const writable = useWritable()
  const before = useRef(to)
  useEffect(() => {
    const from = before.current
    before.current = to
    if (writable) renameGiven(board, snapshot, { from, to })
  }, [board, to, snapshot, writable])
}
