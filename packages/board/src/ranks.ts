import type { ItemId } from '@kintsugi/model'
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

type Ranked = { id: ItemId; rank: string }

/**
 * Between two ranks lies one that may be longer. Where somebody puts one thing after another into one gap, or writes a
 * rank like that, all of them are renewed before a slot has no room for it.
 */
const longestRank = 200

export function isRank(rank: string): boolean {
  if (rank.length > longestRank) return false
  try {
    generateKeyBetween(rank, null)
    return true
  } catch {
    // Whatever it is that somebody wrote there: it is no rank, so nothing is placed against it.
    return false
  }
}

/**
 * Ranks that put `count` things before `list[at]`; `list` is in reading order without them. Two people inserting in
 * one place make equal ranks: such neighbours (and unusable ranks) are given new ones, in their order.
 */
export function ranksAt(
  list: readonly Ranked[],
  at: number,
  count: number,
): { fresh: string[]; renewed: Ranked[] } {
  let low = at - 1
  while (low >= 0 && !isRank(list[low]?.rank ?? '')) low -= 1
  const floor = list[low]?.rank ?? null
  let high = at
  while (high < list.length) {
    const rank = list[high]?.rank ?? ''
    if (isRank(rank) && (floor === null || rank > floor)) break
    high += 1
  }
  const keys = generateNKeysBetween(floor, list[high]?.rank ?? null, high - low - 1 + count)
  const before = at - 1 - low
  const fresh = keys.splice(before, count)
  const renewed = list.slice(low + 1, high).map(({ id }, index) => ({ id, rank: keys[index] ?? '' }))
  return { fresh, renewed }
}

/** Where among its neighbours a thing goes: behind `after` if that is there, else before `before`, else last. */
export type Between = { before?: ItemId; after?: ItemId }
export function indexBetween(list: readonly Ranked[], { before, after }: Between): number {
  const behind = list.findIndex(({ id }) => id === after)
  if (behind >= 0) return behind + 1
  const next = list.findIndex(({ id }) => id === before)
  return next >= 0 ? next : list.length
}
