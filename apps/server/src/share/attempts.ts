import { isIPv6 } from 'node:net'

const allowed = 5
const lockMs = 5 * 60_000
/** More than this many at once is an attack; the oldest are forgotten. */
const most = 20_000

type Tries = { wrong: number; at: number }

/** Wrong passwords by link and network address. In memory: a restart forgets them, and so does time. */
export class Attempts {
  readonly #tries = new Map<string, Tries>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Milliseconds until this address may try again; 0 where it may now. */
  lockedFor(linkId: string, address: string): number {
    const tries = this.#of(linkId, address)
    return tries !== undefined && tries.wrong >= allowed ? tries.at + lockMs - this.#now() : 0
  }

  /** Counted before the password is looked at, so that many at once are no way around. */
  begin(linkId: string, address: string): void {
    const key = keyOf(linkId, address)
    const wrong = (this.#of(linkId, address)?.wrong ?? 0) + 1
    this.#tries.delete(key)
    this.#tries.set(key, { wrong, at: this.#now() })
    const oldest = this.#tries.keys().next()
    if (this.#tries.size > most && !oldest.done) this.#tries.delete(oldest.value)
  }

  /** The password was right. */
  forget(linkId: string, address: string): void {
    this.#tries.delete(keyOf(linkId, address))
  }

  /** How many wrong ones this address still has. */
  left(linkId: string, address: string): number {
    return allowed - (this.#of(linkId, address)?.wrong ?? 0)
  }

  #of(linkId: string, address: string): Tries | undefined {
    const tries = this.#tries.get(keyOf(linkId, address))
    return tries !== undefined && tries.at + lockMs > this.#now() ? tries : undefined
  }
}

function keyOf(linkId: string, address: string): string {
  return `${linkId} ${networkOf(address)}`
}

/** An IPv6 host has a whole /64 of addresses to come from; that counts as one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const missing = 8 - groups(head).length - groups(tail).length
  const whole = plain.includes('::')
    ? [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail)]
    : groups(head)
  return `${whole.slice(0, 4).join(':')}::/64`
}
