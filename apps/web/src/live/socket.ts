import { HocuspocusProviderWebsocket, MessageType } from '@hocuspocus/provider'
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding'
import type { AckLedger } from './ackLedger.ts'
import { createCell, type Readable } from './readable.ts'

const syncStep1 = 0
const syncStep2 = 1

/** The connections this class closes itself, without waiting for the network's farewell. */
export interface HangUp {
  readonly code: number
  readonly reason: string
}

/**
 * A socket that never queues. What is typed while it is closed, or before our answer to the server's SyncStep1, is
 * left out: that answer carries all of it, and an update sent earlier would reach the server with a gap before it.
 */
export class BoardSocket extends HocuspocusProviderWebsocket {
  #ledger: AckLedger
  #toldAll = false
  #heardAll = false
  #synced = createCell(false)
  /** The server ended the document's channel but left the socket open: nothing sent from now on would arrive. */
  onFarewell: () => void = () => {}

  constructor(url: string, ledger: AckLedger) {
    super({
      url,
      // Wired up first, connected after.
      autoConnect: false,
      delay: 400,
      minDelay: 300,
      maxDelay: 8_000,
    })
    this.#ledger = ledger
    this.on('close', () => this.#startOver())
  }

  /** Both sides have told each other everything on this connection. */
  get synced(): Readable<boolean> {
    return this.#synced
  }

  override send(frame: Uint8Array): void {
    if (this.webSocket?.readyState !== WebSocket.OPEN) return
    const { type, step } = readFrame(frame)
    if (type === MessageType.Sync) {
      if (step === syncStep2) {
        this.#toldAll = true
        this.#ledger.sent('whole')
      } else if (step !== syncStep1) {
        if (!this.#toldAll) return
        this.#ledger.sent('update')
      }
    }
    if (type === MessageType.Awareness && !this.#heardAll) return
    super.send(frame)
    this.#settle()
  }

  override onMessage(event: MessageEvent<ArrayBuffer>): void {
    super.onMessage(event)
    const { type, step, status } = readFrame(new Uint8Array(event.data))
    if (type === MessageType.SyncStatus) this.#ledger.answered(status === 1)
    if (type === MessageType.Sync && step === syncStep2) this.#heardAll = true
    this.#settle()
    if (type === MessageType.CLOSE) this.onFarewell()
  }

  /** Closed at once for us, whatever the network does; reconnects only after a `connect()`. */
  hangUp(event: HangUp): void {
    this.shouldConnect = false
    this.cancelWebsocketRetry?.()
    this.clearReconnectTimeout()
    this.stopConnectionAttempt()
    this.emit('close', { event })
  }

  #settle(): void {
    this.#synced.set(this.#toldAll && this.#heardAll)
  }

  #startOver(): void {
    this.#toldAll = false
    this.#heardAll = false
    this.#ledger.disconnected()
    this.#settle()
  }
}

interface FrameHead {
  readonly type: number
  /** Of a sync frame. */
  readonly step?: number
  /** Of a SyncStatus frame. */
  readonly status?: number
}

function readFrame(frame: Uint8Array): FrameHead {
  // Ping and Pong are one byte, without the document's name.
  if (frame.length === 1) return { type: frame[0] ?? -1 }
  const decoder = createDecoder(frame)
  readVarString(decoder)
  const type = readVarUint(decoder)
  if (type === MessageType.Sync) return { type, step: readVarUint(decoder) }
  if (type === MessageType.SyncStatus) return { type, status: readVarInt(decoder) }
  return { type }
}
