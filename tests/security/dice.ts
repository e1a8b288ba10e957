/** Chance that can be had again: people act the same in every run with the same seed (mulberry32). */
export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** From 0 up to 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  below(n: number): number {
    return Math.floor(this.roll() * n)
  }
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list]
    return list.map(() => {
      const [one] = left.splice(this.below(left.length), 1)
      return one as T
    })
  }
  /** A word that occurs nowhere else. */
  word(): string {
    return `wx${Array.from({ length: 10 }, () => 'bcdfghjkmnpqrstvwz'[this.below(18)]).join('')}`
  }
}
