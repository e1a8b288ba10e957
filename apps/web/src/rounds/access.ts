import type { Round } from '@kintsugi/model'
import type { LiveRound } from '@kintsugi/protocol'
import { freeTokens, type KeptRound } from './keptRound.ts'

/**
 * What this person can do in the round that is going on. `outside`: they came after it was opened. `preparing`: tokens are
 * on their way. `elsewhere`: their tokens lie on another device, or were forgotten. `singledOut`: this server shows them
 * another key than the board has, or cannot prove that it used that one; nothing is posted.
 */
export type Access = 'none' | 'outside' | 'preparing' | 'ready' | 'elsewhere' | 'singledOut'

export interface AccessFacts {
  readonly live: LiveRound | null
  /** The round as the board has it: there everybody sees the same. */
  readonly published: Pick<Round, 'tokenKey'> | undefined
  readonly kept: KeptRound | undefined
  readonly me: string
  /** Rounds whose proof failed here. */
  readonly accused: ReadonlySet<string>
  /** Deals (`round/deal`) that this person has taken with another device, or before forgetting. */
  readonly elsewhere: ReadonlySet<string>
}

export function accessOf({ live, published, kept, me, accused, elsewhere }: AccessFacts): Access {
  if (!live) return 'none'
  if (accused.has(live.id)) return 'singledOut'
  if (published) {
    const seen = [live.tokenKey, ...(kept ? [kept.tokenKey] : [])]
    if (seen.some((key) => key !== published.tokenKey)) return 'singledOut'
  }
  if (!live.members.some(({ principal }) => principal === me)) return 'outside'
  if (published && kept?.deals.some(({ tokens }) => tokens !== null)) return 'ready'
  return missingDeals(live, kept).every((deal) => elsewhere.has(dealKey(live.id, deal)))
    ? 'elsewhere'
    : 'preparing'
}

export const dealKey = (roundId: string, deal: number): string => `${roundId}/${deal}`

/** Deals whose tokens are not here yet. */
export const missingDeals = (live: LiveRound, kept: KeptRound | undefined): number[] =>
  Array.from({ length: live.deals }, (_, i) => i + 1).filter(
    (deal) => kept?.deals.find((each) => each.deal === deal)?.tokens == null,
  )

/** Notes this person can still write in the round. */
export const notesLeft = (kept: KeptRound | undefined): number => (kept ? freeTokens(kept).length : 0)
