import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '@hocuspocus/server'
import type { ServerFrame } from '@kintsugi/protocol'
import { closeCodes } from '@kintsugi/protocol'
import type { WebSocket } from 'ws'
import type { Grant } from '../access/tickets.ts'
import { Denial } from './safeHook.ts'
import { Throttle } from './throttle.ts'

const bufferLimit = 4 * 1024 * 1024
const largeFrame = 1024 * 1024
const patience = 2000
/** One byte, which our own client's provider answers. */
const ping = new Uint8Array([9])
/** A socket has 60 tokens a second: judging is an eighth of our time, at most. Storing and applying take about as long. */
const millisecondsPerToken = 2

/** One socket: who is at the other end, and how much it has asked of us. It opens one board, once. */
export class Session {
  grant: Grant | undefined
  connection: Connection | undefined
  /** The client has told us all it has; from then on a gap is worth asking about. */
  toldAll = false
  /** It has been told that an update of its was refused; what it sends on top of that needs no second telling. */
  refused = false
  refusedResyncs = 0
  readonly address: string
  readonly messages = new Throttle(60, 200)
  readonly awareness = new Throttle(20, 40)
  readonly resyncs = new Throttle(0.5, 2)
  /** Speaks y-websocket's protocol. */
  readonly plain: boolean = false
  readonly #socket: WebSocket
  /** A first sync may be larger than what we let pile up; it is not counted until it has left. */
  #allowance = 0

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket
    this.address = address
  }

  /** Frames that arrived before the network held them back wait here, each for what the one before it took. */
  async debtsPaid(): Promise<void> {
    const wait = this.messages.take(0)
    if (wait === 0) return
    await sleep(wait)
    // Nothing of it was acknowledged; whoever comes back sends it again.
    if (this.readyState !== this.#socket.OPEN) throw new Denial('gone')
  }
  /** Our time that it took to judge a frame. */
  charge(milliseconds: number): void {
    this.messages.take(milliseconds / millisecondsPerToken)
  }

  get readyState(): number {
    return this.#socket.readyState
  }

  /** Whoever reads slower than the board moves is let go and catches up by a resync. */
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    const { bufferedAmount } = this.#socket
    if (bufferedAmount < bufferLimit) this.#allowance = 0
    if (bufferedAmount > bufferLimit + this.#allowance) {
      this.close(closeCodes.slowReader, 'reads too slowly')
      return
    }
    const bytes = data as Uint8Array
    if (bytes.byteLength > largeFrame) this.#allowance = Math.max(this.#allowance, bytes.byteLength)
    this.#socket.send(bytes)
  }

  /** What the client said, as Hocuspocus understands it. Null: nothing to do; undefined: no frame. */
  read(bytes: Uint8Array): Uint8Array | null | undefined {
    // Pong. Hocuspocus would take the one byte for a broken frame.
    return bytes.length === 1 ? null : bytes
  }
  ping(): void {
    this.send(ping)
  }
  /** What was sent is not stored, and may be once it is sent again. Our own client is told by the missing acknowledgement. */
  postpone(_reason: string): void {}

  close(code?: number, reason?: string): void {
    if (this.#socket.readyState >= this.#socket.CLOSING) return
    this.#socket.close(code, reason)
    // A peer that does not read does not answer the farewell either.
    setTimeout(() => this.#socket.terminate(), patience).unref()
  }

  tell(frame: ServerFrame): void {
    this.connection?.sendStateless(JSON.stringify(frame))
  }
}
