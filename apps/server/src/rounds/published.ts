import type { ItemId, Round } from '@kintsugi/model'
import type { LiveRound } from '@kintsugi/protocol'
import type { KeptRound } from '../storage/rounds.ts'

/** What everybody on the board is told. `count`: as it was last told, see `counts.ts`. */
export function liveRound(round: KeptRound, count: number): LiveRound {
  const { id, kind, mode, tokenKey, openedAt, tokens, deals, members, topics } = round
  const state = round.state === 'revealed' ? 'revealed' : 'open'
  const facts = { id, kind, mode, tokenKey, openedAt, tokens, deals, state, count } as const
  return { ...facts, members: [...members], topics: [...topics] }
}

/** What lies in the board itself, and in every revision. */
export function publishedRound(
  round: KeptRound,
  known: { seals?: readonly string[]; votes?: Record<ItemId, number> } = {},
): Round {
  const { id, kind, mode, tokenKey, tokens, deals, members, openedAt, endedAt } = round
  return {
    id,
    kind,
    mode,
    tokenKey,
    tokens: tokens * deals,
    members: members.length,
    openedAt,
    endedAt,
    seals: [...(known.seals ?? [])],
    votes: known.votes ?? {},
  }
}
