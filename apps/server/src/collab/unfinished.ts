import type { Duplex } from 'node:stream'

/** Of whoever has shown no ticket: it has nothing to say that is longer. */
const strangerBytes = 256 * 1024

/**
 * What has come of frames that are not whole yet. ws holds it until they are, 16 MB a socket: whoever begins frames on
 * many sockets and ends none would fill the memory.
 */
export class Unfinished {
  readonly #byAddress = new Map<string, number>()
  readonly #most: number

  /** `most`: bytes of one network address. */
  constructor(most: number) {
    this.#most = most
  }

  /** Counts before ws does, so it is to be called before ws takes the socket. The socket is cut where it is too much. */
  watch(socket: Duplex, address: string, isKnown: () => boolean): { ended(): void } {
    let own = 0
    const add = (bytes: number): number => {
      own += bytes
      const all = (this.#byAddress.get(address) ?? 0) + bytes
      if (all > 0) this.#byAddress.set(address, all)
      else this.#byAddress.delete(address)
      return all
    }
    socket.on('data', (bytes: Uint8Array) => {
      if (add(bytes.length) > this.#most || (own > strangerBytes && !isKnown())) socket.destroy()
    })
    socket.once('close', () => add(-own))
    return { ended: () => void add(-own) }
  }
}
