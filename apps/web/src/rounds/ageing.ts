import type { Round } from '@kintsugi/model'
import { type OwnNote, settled } from './keptRound.ts'
import type { KeptRounds } from './keptRounds.ts'

/** So shortly before the reveal a note may have been taken after it. */
const aboutRevealMs = 5000

/** What came in around the reveal may be among the late ones. `takenAt`: by the token's input, in the time of this page. */
export async function markLate(
  roundId: string,
  { kept, takenAt }: { kept: KeptRounds; takenAt: ReadonlyMap<string, number> },
): Promise<void> {
  const now = performance.now()
  const isLate = ({ token }: OwnNote): boolean =>
    now - (takenAt.get(token.input) ?? Number.NEGATIVE_INFINITY) < aboutRevealMs
  await kept.keep(roundId, (round) => {
    if (!round.notes.some(isLate)) return round
    return { ...round, notes: round.notes.map((note) => (isLate(note) ? { ...note, late: true } : note)) }
  })
}

/** Later words are compared with the board; tokens die with their round, the keys of own notes do not. */
export async function tidy(parts: {
  kept: KeptRounds
  liveId: string | undefined
  onBoard: (roundId: string) => Round | undefined
}): Promise<void> {
  const { kept, liveId, onBoard } = parts
  for (const [roundId, round] of kept.rounds.get()) {
    const there = onBoard(roundId)
    if (there?.endedAt != null) await kept.keep(roundId, (now) => settled(now, new Set(there.seals)))
    const isDone = round.deals.length === 0 && round.notes.length > 0
    if (roundId === liveId || isDone) continue
    await kept.keep(roundId, (now) =>
      now.notes.length === 0 ? undefined : { ...now, deals: [], ballots: [], spent: [] },
    )
  }
}
