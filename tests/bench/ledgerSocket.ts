import { HocuspocusProviderWebsocket, MessageType } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'

const sync = { step1: 0, step2: 1, update: 2 }

/** What one sync frame covered: everything written up to `upTo`, or only from `from` on. */
type Sent = { from: number; upTo: number; at: number }

/** The provider takes its listeners off before it closes a socket; ws throws what nobody listens for. */
class QuietSocket extends WebSocket {
  constructor(url: string) {
    super(url)
    this.on('error', () => {})
  }
}

/**
 * The provider's own count of unsaved changes is wrong in a third of the cases. The server answers each SyncStep2 and
 * each update with one SyncStatus, in order; so a queue of what was sent, popped by each answer, is exact.
 */
export class LedgerSocket extends HocuspocusProviderWebsocket {
  /** Number of the last edit made; the writer counts it up just before each. */
  written = 0
  /** Edits whose frame the server has said yes to. */
  readonly acked = new Set<number>()
  refusals = 0
  /** Milliseconds from frame to yes. */
  readonly latencies: number[] = []
  /** Sees every frame, as it lies on the wire. */
  tap: ((way: 'sent' | 'heard', frame: Uint8Array) => void) | undefined
  #sent: Sent[] = []
  #toldAll = false

  constructor(url: string) {
    super({ url, autoConnect: false, WebSocketPolyfill: QuietSocket, delay: 50, minDelay: 50, maxDelay: 200 })
    this.on('close', () => this.#startOver())
  }

  get unanswered(): number {
    return this.#sent.length
  }

  override send(frame: Uint8Array): void {
    if (this.webSocket?.readyState !== WebSocket.OPEN) return
    const { type, detail } = readFrame(frame)
    if (type === MessageType.Sync && detail === sync.step2) {
      this.#toldAll = true
      this.#sent.push({ from: 1, upTo: this.written, at: performance.now() })
    } else if (type === MessageType.Sync && detail === sync.update) {
      if (!this.#toldAll) return
      this.#sent.push({ from: this.written, upTo: this.written, at: performance.now() })
    }
    this.tap?.('sent', frame)
    super.send(frame)
  }

  override onMessage(event: MessageEvent): void {
    const frame = new Uint8Array(event.data as ArrayBuffer)
    const { type, detail } = readFrame(frame)
    this.tap?.('heard', frame)
    if (type === MessageType.SyncStatus) this.#answered(detail === 1)
    super.onMessage(event)
  }

  #answered(saved: boolean): void {
    const sent = this.#sent.shift()
    if (sent === undefined) throw new Error('an answer to nothing')
    if (!saved) {
      this.refusals += 1
      return
    }
    this.latencies.push(performance.now() - sent.at)
    for (let edit = sent.from; edit <= sent.upTo; edit++) this.acked.add(edit)
  }

  #startOver(): void {
    this.#sent = []
    this.#toldAll = false
  }
}

/** `detail`: step of a sync frame, status of a SyncStatus. */
function readFrame(frame: Uint8Array): { type: number; detail: number | undefined } {
  if (frame.length === 1) return { type: frame[0] ?? -1, detail: undefined }
  const decoder = decoding.createDecoder(frame)
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  const counts = type === MessageType.Sync || type === MessageType.SyncStatus
  return { type, detail: counts ? decoding.readVarUint(decoder) : undefined }
}
