import { smallGroup } from '@kintsugi/model'

/**
 * What a group of so many can promise whoever writes anonymously in it. `others`: whom each insider has to guess among,
 * once they have left out themselves.
 */
export type GroupPromise =
  | { is: 'refused'; present: number; least: number }
  | { is: 'small'; present: number; others: number }
  | { is: 'enough'; present: number; others: number }

export function promiseOf(present: number): GroupPromise {
  if (present < smallGroup.least) return { is: 'refused', present, least: smallGroup.least }
  return { is: present < smallGroup.warn ? 'small' : 'enough', present, others: present - 1 }
}

/** Votes for each that let a group tell what matters from what does not: about a third of the topics. */
export const suggestedVotes = (topics: number, most: number): number =>
  Math.min(most, Math.max(3, Math.round(topics / 3)))

/** A number of votes as it is typed: within what a round may give, or null where it is none. `isOff`: it had to be changed. */
export function votesTyped(typed: number, most: number): { votes: number | null; isOff: boolean } {
  if (!Number.isFinite(typed)) return { votes: null, isOff: false }
  const votes = Math.min(most, Math.max(1, Math.round(typed)))
  return { votes, isOff: votes !== typed }
}
