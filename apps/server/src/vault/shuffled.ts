/** A cryptographically secure generator. */
export type Random = (count: number) => Uint8Array

/** In an order that nobody can guess: by a random draw of 128 bits each. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const drawn = items.map((item) => ({ item, draw: Buffer.from(random(16)).toString('hex') }))
  return drawn.toSorted((a, b) => (a.draw < b.draw ? -1 : 1)).map(({ item }) => item)
}
