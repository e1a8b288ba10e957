import { networkOf } from './attempts.ts'

export const streamLimits = { perAddress: 50, perLink: 500, altogether: 2000 }
/** What may wait for a reader. An event has some 150 bytes; whoever is this far behind does not read. */
const waitingBytes = 16_384

export type Follower = {
  readonly boardId: string
  readonly linkId: string
  readonly address: string
  /** Epoch milliseconds at which the link ends. */
  readonly until: number
  /** Ends the connection, whatever still waits in it. */
  readonly cut: () => void
}
type Bytes = Uint8Array<ArrayBuffer>
type Open = Follower & { controller: ReadableStreamDefaultController<Bytes>; ended: () => void }

const encoder = new TextEncoder()

/** The open event streams of readers. Each is bounded; one that does not read is cut, and nobody else notices. */
export class Streams {
  readonly #open = new Set<Open>()

  get count(): number {
    return this.#open.size
  }

  hasRoomFor({ linkId, address }: Pick<Follower, 'linkId' | 'address'>): boolean {
    const network = networkOf(address)
    let [ofLink, ofAddress] = [0, 0]
    for (const open of this.#open) {
      if (open.linkId === linkId) ofLink += 1
      if (networkOf(open.address) === network) ofAddress += 1
    }
    return (
      this.#open.size < streamLimits.altogether &&
      ofLink < streamLimits.perLink &&
      ofAddress < streamLimits.perAddress
    )
  }

  /** `ended` is called once, however it ends. */
  open(follower: Follower, ended: () => void): ReadableStream<Bytes> {
    const mine: { open?: Open } = {}
    const source: UnderlyingDefaultSource<Bytes> = {
      start: (controller) => {
        mine.open = { ...follower, controller, ended }
        this.#open.add(mine.open)
      },
      cancel: () => {
        if (mine.open !== undefined) this.#forget(mine.open)
      },
    }
    return new ReadableStream(source, { highWaterMark: waitingBytes, size: (chunk) => chunk.byteLength })
  }

  send(to: (follower: Follower) => boolean, event: string, data: unknown): void {
    this.#write(to, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  /** A comment: keeps proxies from closing what is silent. */
  beat(): void {
    this.#write(() => true, ':\n\n')
  }

  /** Tells these that it is over, and why is for the page that they then ask for. */
  end(which: (follower: Follower) => boolean): void {
    this.send(which, 'end', {})
    for (const open of this.#open) if (which(open)) this.#close(open)
  }

  closeAll(): void {
    for (const open of this.#open) this.#close(open)
  }

  #write(to: (follower: Follower) => boolean, text: string): void {
    const bytes = encoder.encode(text)
    for (const open of this.#open) {
      if (!to(open)) continue
      if ((open.controller.desiredSize ?? 0) < bytes.length) {
        this.#forget(open)
        open.controller.error(new Error('reads too slowly'))
        open.cut()
      } else open.controller.enqueue(bytes)
    }
  }
  #close(open: Open): void {
    if (!this.#forget(open)) return
    open.controller.close()
  }
  #forget(open: Open): boolean {
    if (!this.#open.delete(open)) return false
    open.ended()
    return true
  }
}
