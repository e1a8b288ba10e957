import type { Problem } from '@kintsugi/model'
import { anonymousTextBytes } from '@kintsugi/protocol'
import { ProblemError, problemOf } from '../live/problemError.ts'
import type { KeptRound, OwnBallot, OwnChange, OwnNote } from './keptRound.ts'

export type Unsent = { readonly round: KeptRound } & (
  | { readonly kind: 'note'; readonly note: OwnNote }
  | { readonly kind: 'change'; readonly note: OwnNote; readonly change: OwnChange }
  | { readonly kind: 'ballot'; readonly ballot: OwnBallot }
)

/** Why these words are no note; null where they are one. */
export function wrongWith(text: string): Problem | null {
  if (text.trim() === '') return problemOf('noteEmpty')
  const size = new TextEncoder().encode(text).length
  return size > anonymousTextBytes ? problemOf('noteTooLong', { limit: anonymousTextBytes, size }) : null
}

/** What is to be sent next. A note goes before the later word on it; `isBarred`: nothing of this round may leave. */
export function nextUnsent(
  rounds: Iterable<KeptRound>,
  isBarred: (round: KeptRound) => boolean,
): Unsent | null {
  for (const round of rounds) {
    if (isBarred(round)) continue
    for (const note of round.notes) {
      if (note.refused) continue
      if (!note.sent) return { round, kind: 'note', note }
      if (note.change && !note.change.sent) return { round, kind: 'change', note, change: note.change }
    }
    const ballot = round.ballots.find(({ sent }) => !sent)
    if (ballot) return { round, kind: 'ballot', ballot }
  }
  return null
}

/** Whether the server has understood and will say the same again, however often it is asked. */
export function isFinal(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError) || error.status === null) return false
  return error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429
}

export function troubleOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  // A fault of ours, not of the network: it is seen in the console, and the words are safe all the same.
  console.error(error)
  return problemOf('serverUnreachable')
}

const firstWaitMs = 1000
const longestWaitMs = 20_000
export const waitAfter = (failures: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, failures - 1))
