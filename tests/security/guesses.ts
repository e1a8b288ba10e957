import { Dice } from './dice.ts'

/** One round as it lies before the attacker, and (`authors`, `hands`) as it was. */
export interface Sight {
  /** Of each note, by its unmistakable word: who wrote it. Everybody wrote the same number. */
  authors: ReadonlyMap<string, number>
  /**
   * Who posted, in the order of posting: what somebody knows who sat in the room and watched the hands. With it, any order
   * that tells when a note came tells whose it is.
   */
  hands: readonly string[]
  /** Orders in which the notes can be seen, by where. Some may lack notes, which then stand anywhere. */
  noteOrders: Readonly<Record<string, readonly string[]>>
  /** Orders in which the people can be seen, by where. */
  peopleOrders: Readonly<Record<string, readonly number[]>>
  seed: number
}

/** Right guesses by strategy, over any number of rounds. */
export type Tally = Map<string, { hits: number; of: number; oneIn: number }>

/** Lays each order of notes beside each order of people, forwards and backwards, in blocks and in turn. */
export function guess(sight: Sight, tally: Tally): void {
  const dice = new Dice(sight.seed * 7919 + 13)
  for (const [where, seen] of Object.entries(sight.noteOrders)) {
    const forwards = completed(seen, [...sight.authors.keys()], dice)
    for (const [way, notes] of [
      ['', forwards],
      [' backwards', forwards.toReversed()],
    ] as const) {
      for (const [whom, people] of Object.entries(peopleBy(sight, notes.length)))
        score(sight, tally, { name: `${where}${way} by ${whom}`, notes, people })
    }
  }
}

function peopleBy(sight: Sight, notes: number): Record<string, number[]> {
  const people: Record<string, number[]> = {
    'order of posting': sight.hands.map((word) => sight.authors.get(word) ?? -1),
  }
  for (const [whom, order] of Object.entries(sight.peopleOrders)) {
    const at = (n: number): number => order[n] ?? -1
    people[`${whom} in blocks`] = Array.from({ length: notes }, (_, n) =>
      at(Math.floor((n * order.length) / notes)),
    )
    people[`${whom} in turn`] = Array.from({ length: notes }, (_, n) => at(n % order.length))
  }
  return people
}

function score(
  sight: Sight,
  tally: Tally,
  { name, notes, people }: { name: string; notes: readonly string[]; people: readonly number[] },
): void {
  const sum = tally.get(name) ?? { hits: 0, of: 0, oneIn: new Set(sight.authors.values()).size }
  for (const [n, word] of notes.entries()) if (sight.authors.get(word) === people[n]) sum.hits += 1
  tally.set(name, { ...sum, of: sum.of + notes.length })
}

/** Whatever cannot be seen in an order stands anywhere in it. */
function completed(seen: readonly string[], all: readonly string[], dice: Dice): string[] {
  const missing = dice.shuffled(all.filter((word) => !seen.includes(word)))
  const order = [...seen]
  for (const word of missing) order.splice(dice.below(order.length + 1), 0, word)
  return order
}

/**
 * How much the orders in which notes can be seen have to do with the order of posting: rank correlation, scaled so that
 * without any connection it is a standard normal, and added up over rounds. Finds what is only roughly in order.
 */
export function addDrift(sight: Sight, drift: Map<string, number[]>): void {
  const dice = new Dice(sight.seed * 7919 + 14)
  for (const [where, seen] of Object.entries(sight.noteOrders)) {
    const order = completed(seen, [...sight.authors.keys()], dice)
    const n = order.length
    const middle = (n - 1) / 2
    const shared = order.reduce(
      (sum, word, at) => sum + (at - middle) * (sight.hands.indexOf(word) - middle),
      0,
    )
    const correlation = shared / ((n * (n * n - 1)) / 12)
    drift.set(where, [...(drift.get(where) ?? []), correlation * Math.sqrt(n - 1)])
  }
}
export const driftOf = (scores: readonly number[]): number =>
  scores.reduce((sum, one) => sum + one, 0) / Math.sqrt(scores.length)
/** Beyond this, in either direction, once in fifty million runs. */
export const mostDrift = 5.6
