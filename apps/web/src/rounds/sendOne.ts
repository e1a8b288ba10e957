import type { Problem } from '@kintsugi/model'
import { ballotSent, changeDone, noteChanged } from './keptRound.ts'
import type { KeptRounds } from './keptRounds.ts'
import type { Unsent } from './outbox.ts'
import type { RoundLine } from './roundLine.ts'

export interface SendParts {
  readonly kept: KeptRounds
  readonly line: RoundLine
  /** Whether the round's notes lie on the board already, as far as this device knows. */
  readonly isRevealed: (roundId: string) => boolean
}

/** Sends one thing, the same body however often, and keeps that it is in. */
export async function sendOne(unsent: Unsent, { kept, line, isRevealed }: SendParts): Promise<void> {
  const { roundId } = unsent.round
  if (unsent.kind === 'ballot') {
    const { token, topic } = unsent.ballot
    await line.anonymously(roundId, 'ballots', { token, topic })
    await kept.keep(roundId, (round) => ballotSent(round, unsent.ballot))
    return
  }
  const { token, column, text, key, postedSeal } = unsent.note
  if (unsent.kind === 'note') {
    if (key) await line.anonymously(roundId, 'notes', { token, column, text, editKey: key.editKey })
    else await line.postSigned(roundId, { token, column, text })
    const late = isRevealed(roundId)
    await kept.keep(roundId, (round) => noteChanged(round, token, (note) => ({ ...note, sent: true, late })))
    return
  }
  const { serial, signature } = unsent.change
  if (postedSeal === null) return
  const word = { seal: postedSeal, serial, text: unsent.change.text, signature }
  await line.anonymously(roundId, 'changes', word)
  // In hiding it is done at once; on the board it waits for company, and is done when the board says so.
  const isHidden = !isRevealed(roundId)
  await kept.keep(roundId, (round) => {
    const sent = noteChanged(round, token, (note) => ({
      ...note,
      change: note.change?.serial === serial ? { ...note.change, sent: true } : note.change,
    }))
    const isLatest = sent.notes.some((note) => note.token.input === token.input && note.change?.sent)
    return isHidden && isLatest ? changeDone(sent, token) : sent
  })
}

/** The server will never take it: a note stays with its reason, the rest goes. */
export async function keepRefused(unsent: Unsent, problem: Problem, kept: KeptRounds): Promise<void> {
  await kept.keep(unsent.round.roundId, (round) => {
    if (unsent.kind === 'note')
      return noteChanged(round, unsent.note.token, (note) => ({ ...note, refused: problem }))
    if (unsent.kind === 'change') {
      const { serial } = unsent.change
      // A word said after this one stands for itself.
      return noteChanged(round, unsent.note.token, (note) =>
        note.change?.serial === serial ? { ...note, change: null } : note,
      )
    }
    const { input } = unsent.ballot.token
    const ballots = round.ballots.filter(({ token }) => token.input !== input)
    return { ...round, ballots, spent: [...round.spent, input] }
  })
}
