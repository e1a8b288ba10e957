import type { Connection } from '@hocuspocus/server'
import type { ServerFrame } from '@kintsugi/protocol'
import { closeCodes } from '@kintsugi/protocol'
import type { WebSocket } from 'ws'
import type { Grant } from '../access/tickets.ts'
import { Throttle } from './throttle.ts'

const bufferLimit = 4 * 1024 * 1024
const largeFrame = 1024 * 1024
const patience = 2000
/** A socket has 60 tokens a second: a quarter of our time, at most. */
const millisecondsPerToken = 4

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
  readonly #socket: WebSocket
  /** A first sync may be larger than what we let pile up; it is not counted until it has left. */
  #allowance = 0

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket
    this.address = address
  }

  /** Our time that its last frame took; what it owes is waited for before its next frame is read. */
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
