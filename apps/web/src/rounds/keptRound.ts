import type { KptColumn, Problem } from '@kintsugi/model'
import type { Token } from '@kintsugi/protocol'

/** One token on its way: what was drawn here, and what the server was shown of it. */
export interface Blinded {
  readonly input: string
  readonly blind: string
  readonly blinded: string
}
export interface KeptDeal {
  readonly deal: number
  readonly drawn: readonly Blinded[]
  /** Null until the server has evaluated them and the proof has held. */
  readonly tokens: readonly Token[] | null
}

/** An author's later word on an own note, signed; sent again it is the same. */
export interface OwnChange {
  readonly serial: number
  /** Null: it goes. */
  readonly text: string | null
  /** The note's seal once this is done. */
  readonly seal: string | null
  readonly signature: string
  readonly sent: boolean
}

export interface OwnNote {
  readonly token: Token
  readonly column: KptColumn
  readonly text: string
  /** Null: a signed one. */
  readonly key: { readonly editKey: string; readonly secret: string } | null
  /** The seal it was posted with: changes name it by that one for good. */
  readonly postedSeal: string | null
  /** The seal of its present words. */
  readonly seal: string | null
  /** What its seal was before the latest change: the board may still have that one. */
  readonly formerSeal: string | null
  readonly serial: number
  readonly sent: boolean
  /** Why the server will never take it as it is. */
  readonly refused: Problem | null
  /** It came after the reveal: it waits for company. */
  readonly late: boolean
  readonly change: OwnChange | null
}

export interface OwnBallot {
  readonly token: Token
  readonly topic: string | null
  readonly sent: boolean
}

/** What this device, and nothing else in the world, keeps of a round. */
export interface KeptRound {
  readonly roundId: string
  /** As the board said it when this device first saw the round. */
  readonly tokenKey: string
  readonly deals: readonly KeptDeal[]
  readonly notes: readonly OwnNote[]
  readonly ballots: readonly OwnBallot[]
  /** Inputs of tokens that are spent on nothing that is still kept. */
  readonly spent: readonly string[]
}

export const freshRound = (roundId: string, tokenKey: string): KeptRound => ({
  roundId,
  tokenKey,
  deals: [],
  notes: [],
  ballots: [],
  spent: [],
})

/** Tokens that nothing was written or voted with yet. */
export function freeTokens(kept: KeptRound): Token[] {
  const used = new Set([
    ...kept.notes.map(({ token }) => token.input),
    ...kept.ballots.map(({ token }) => token.input),
    ...kept.spent,
  ])
  return kept.deals.flatMap(({ tokens }) => tokens ?? []).filter(({ input }) => !used.has(input))
}

const isOf = (token: Token) => (each: { token: Token }) => each.token.input === token.input
function replaced<T extends { token: Token }>(all: readonly T[], token: Token, next: (each: T) => T): T[] {
  return all.map((each) => (isOf(token)(each) ? next(each) : each))
}

export function withDeal(kept: KeptRound, deal: KeptDeal): KeptRound {
  const others = kept.deals.filter((each) => each.deal !== deal.deal)
  return { ...kept, deals: [...others, deal].toSorted((a, b) => a.deal - b.deal) }
}
export const withNote = (kept: KeptRound, note: OwnNote): KeptRound => ({
  ...kept,
  notes: [...kept.notes, note],
})
export const noteChanged = (
  kept: KeptRound,
  token: Token,
  change: (note: OwnNote) => OwnNote,
): KeptRound => ({ ...kept, notes: replaced(kept.notes, token, change) })

/** It is no longer kept; its token stays spent unless the server never took it. */
export function withoutNote(kept: KeptRound, token: Token, isSpent: boolean): KeptRound {
  return {
    ...kept,
    notes: kept.notes.filter((note) => !isOf(token)(note)),
    spent: isSpent ? [...kept.spent, token.input] : kept.spent,
  }
}

/** The author's word is the note's, as far as this device is concerned: done in hiding, or seen on the board. */
export function changeDone(kept: KeptRound, token: Token): KeptRound {
  const note = kept.notes.find(isOf(token))
  if (!note?.change) return kept
  const { text, seal, serial } = note.change
  if (text === null) return withoutNote(kept, token, true)
  return noteChanged(kept, token, (each) => ({
    ...each,
    text,
    seal,
    serial,
    formerSeal: each.seal,
    change: null,
  }))
}

/** Later words that have come to the board: the published list has their seal, or no longer the old one. */
export function settled(kept: KeptRound, seals: ReadonlySet<string>): KeptRound {
  let next = kept
  for (const { token, change, seal } of kept.notes) {
    if (!change?.sent || seal === null) continue
    const isDone = change.seal === null ? !seals.has(seal) : seals.has(change.seal)
    if (isDone) next = changeDone(next, token)
  }
  return next
}

export const votesOn = (kept: KeptRound, topic: string): number =>
  kept.ballots.filter((ballot) => ballot.topic === topic).length
export const votesGiven = (kept: KeptRound): number =>
  kept.ballots.filter(({ topic }) => topic !== null).length
export const votesLeft = (kept: KeptRound): number =>
  freeTokens(kept).length + kept.ballots.length - votesGiven(kept)

/** One vote more for a topic: one that was taken back, or a fresh token. The same round where none is left. */
export function vote(kept: KeptRound, topic: string): KeptRound {
  const idle = kept.ballots.find((ballot) => ballot.topic === null)
  if (idle)
    return {
      ...kept,
      ballots: replaced(kept.ballots, idle.token, (each) => ({ ...each, topic, sent: false })),
    }
  const [token] = freeTokens(kept)
  return token ? { ...kept, ballots: [...kept.ballots, { token, topic, sent: false }] } : kept
}
export function unvote(kept: KeptRound, topic: string): KeptRound {
  const given = kept.ballots.findLast((ballot) => ballot.topic === topic)
  if (!given) return kept
  return {
    ...kept,
    ballots: replaced(kept.ballots, given.token, (each) => ({ ...each, topic: null, sent: false })),
  }
}
export const ballotSent = (kept: KeptRound, { token, topic }: OwnBallot): KeptRound => ({
  ...kept,
  // It may have been moved on while it was under way.
  ballots: replaced(kept.ballots, token, (each) => (each.topic === topic ? { ...each, sent: true } : each)),
})

/** Everything by which this device knows its own notes on a board. */
export function ownSeals(rounds: Iterable<KeptRound>): Set<string> {
  const seals = new Set<string>()
  for (const { notes } of rounds)
    for (const { seal, formerSeal, change } of notes)
      for (const each of [seal, formerSeal, change?.seal]) if (each) seals.add(each)
  return seals
}

export const noteStates = [
  'sending',
  'refused',
  'hidden',
  'there',
  'aside',
  'changing',
  'waiting',
  'missing',
] as const
export type NoteState = (typeof noteStates)[number]

/**
 * How an own note stands. `published`: the round as the board has it; null where the board has none (yet). `isOver`: no
 * batch will bring it any more. `standing`: seals of the notes that stand on the board.
 */
export function stateOf(
  note: OwnNote,
  published: { endedAt: string | null; seals: readonly string[] } | null,
  isOver: boolean,
  standing?: ReadonlySet<string>,
): NoteState {
  if (note.refused) return 'refused'
  if (!note.sent) return 'sending'
  if (!published || published.endedAt === null) return 'hidden'
  const seals = [note.seal, note.formerSeal, note.change?.seal].filter((seal) => seal != null)
  if (seals.some((seal) => published.seals.includes(seal))) {
    if (note.change) return 'changing'
    return standing && !seals.some((seal) => standing.has(seal)) ? 'aside' : 'there'
  }
  return note.late && !isOver ? 'waiting' : 'missing'
}
