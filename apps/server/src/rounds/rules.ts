import { type BoardSnapshot, type ItemId, type Problem, smallGroup } from '@kintsugi/model'
import type { RoundAct } from '@kintsugi/protocol'
import { refused } from '../refused.ts'
import type { KeptRound } from '../storage/rounds.ts'

/** What cannot be done to a round as it stands. */
export function misfit({ state, kind }: KeptRound, what: RoundAct['act']): Problem | undefined {
  if (state === 'ended' || state === 'cancelled') return refused('roundOver').problem
  if (what === 'end') return state === 'revealed' ? undefined : refused('roundOpen').problem
  if (state === 'open' || (state === 'revealing' && what === 'reveal')) return undefined
  // Late notes need tokens as well, and who comes late may write some.
  const goesOn = state === 'revealed' && kind === 'writing' && (what === 'admit' || what === 'deal')
  return goesOn ? undefined : refused('roundRevealed').problem
}

export function tooSmall(mode: KeptRound['mode'], n: number): { problem: Problem } | undefined {
  const { least } = smallGroup
  return mode === 'anonymous' && n < least ? refused('groupTooSmall', { n, least }) : undefined
}

/** What a vote is about: groups that hold something, and notes in none. */
export function topicsOf({ kptGroups, kptNotes }: BoardSnapshot): ItemId[] {
  const used = new Set(kptNotes.map(({ groupId }) => groupId))
  const groups = kptGroups.filter(({ id }) => used.has(id))
  return [...groups, ...kptNotes.filter(({ groupId }) => groupId === null)].map(({ id }) => id)
}
