import { randomBytes } from 'node:crypto'
import { MessageType } from '@hocuspocus/server'
import { type Board, openBoard } from '@kintsugi/board'
import { type ServerFrame, serverFrameSchema, socketPath } from '@kintsugi/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId } from '../newId.ts'

export const step = { one: 0, two: 1, update: 2 }
export const newDeviceKey = (): string => randomBytes(32).toString('base64url')

type Answer = { saved: boolean }

/**
 * A client made of frames: it does what a test tells it to, honest or not. Every sync frame is answered by one
 * SyncStatus, in order.
 */
export class Wire {
  readonly doc = new Y.Doc()
  readonly board: Board = openBoard(this.doc, { newId })
  readonly boardId: string
  readonly socket: WebSocket
  readonly told: ServerFrame[] = []
  readonly presence: Uint8Array[] = []
  /** Why we were not let in. */
  denied: string | undefined
  /** The server's questions for all we have, beyond the first. */
  asked = 0
  synced = false
  /** Answers every question of the server, as honest clients do. */
  honest = true
  readonly closed: Promise<number>
  closeCode: number | undefined
  #waiting: ((answer: Answer) => void)[] = []
  #listeners: (() => void)[] = []

  constructor(url: string, boardId: string, headers: Record<string, string> = {}) {
    this.boardId = boardId
    this.socket = new WebSocket(`${url.replace(/^http/, 'ws')}${socketPath}`, { headers })
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('error', () => {})
    this.socket.on('message', (data) => this.#hear(data as Buffer))
    this.closed = new Promise((resolve) =>
      this.socket.on('close', (code) => {
        this.closeCode = code
        resolve(code)
        this.#notify()
      }),
    )
  }

  /** Connected, let in, and in step with the server. */
  static async join(
    url: string,
    boardId: string,
    options: { name?: string; deviceKey?: string; doc?: Y.Doc } = {},
  ): Promise<Wire> {
    const wire = new Wire(url, boardId)
    if (options.doc !== undefined) Y.applyUpdate(wire.doc, Y.encodeStateAsUpdate(options.doc))
    await wire.opened()
    const { ticket } = await takeTicket(url, boardId, wire.doc.clientID, options)
    wire.authenticate(ticket ?? 'none')
    wire.ask()
    await wire.until(() => wire.synced || wire.denied !== undefined || wire.closeCode !== undefined)
    return wire
  }

  opened(): Promise<void> {
    return this.until(() => this.socket.readyState === WebSocket.OPEN || this.closeCode !== undefined)
  }
  authenticate(token: string): void {
    this.send(MessageType.Auth, (encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, token)
    })
  }
  /** SyncStep1: what are we missing? */
  ask(): void {
    this.sync(step.one, Y.encodeStateVector(this.doc))
  }
  /** Sends bytes as an update, and waits for the answer. */
  update(bytes: Uint8Array): Promise<Answer> {
    return this.#answered(() => this.sync(step.update, bytes))
  }
  /** Sends bytes as our answer to the server's question. */
  resync(bytes: Uint8Array): Promise<Answer> {
    return this.#answered(() => this.sync(step.two, bytes))
  }
  /** Runs verbs and sends what they wrote, as one frame each. */
  async write(gesture: (board: Board) => void): Promise<Answer> {
    const updates = this.make(gesture)
    const answers = await Promise.all(updates.map((update) => this.update(update)))
    return { saved: answers.every(({ saved }) => saved) }
  }
  /** Runs verbs and sends nothing. */
  make(gesture: (board: Board) => void): Uint8Array[] {
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array): void => void updates.push(update)
    this.doc.on('update', collect)
    gesture(this.board)
    this.doc.off('update', collect)
    return updates
  }
  sync(kind: number, bytes: Uint8Array): void {
    this.send(MessageType.Sync, (encoder) => {
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  }
  send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, this.boardId)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.socket.send(encoding.toUint8Array(encoder))
  }
  refusals(): string[] {
    return this.told.flatMap((frame) => (frame.type === 'refused' ? [frame.problem.code] : []))
  }
  states(): string[] {
    return this.told.flatMap((frame) => (frame.type === 'boardState' ? [frame.state] : []))
  }

  async until(holds: () => boolean, patience = 20_000): Promise<void> {
    const end = performance.now() + patience
    while (!holds()) {
      const left = end - performance.now()
      if (left <= 0) throw new Error(`waited in vain for ${holds.toString()}`)
      await new Promise<void>((resolve) => {
        this.#listeners.push(resolve)
        setTimeout(resolve, Math.min(left, 20))
      })
    }
  }
  async leave(): Promise<void> {
    this.socket.close()
    await this.closed
  }

  #answered(send: () => void): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      send()
    })
  }

  #hear(data: Buffer): void {
    if (data.length === 1) return
    const decoder = decoding.createDecoder(data)
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.Sync || type === MessageType.SyncReply) this.#hearSync(decoder)
    else if (type === MessageType.SyncStatus) {
      this.#waiting.shift()?.({ saved: decoding.readVarUint(decoder) === 1 })
    } else if (type === MessageType.Stateless) {
      this.told.push(serverFrameSchema.parse(JSON.parse(decoding.readVarString(decoder))))
    } else if (type === MessageType.Awareness) {
      this.presence.push(decoding.readVarUint8Array(decoder))
    } else if (type === MessageType.Auth && decoding.readVarUint(decoder) === 1) {
      this.denied = decoding.readVarString(decoder)
    }
    this.#notify()
  }

  #hearSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === step.one) {
      this.asked += 1
      // Answered like any other: with a status, which nobody here waits for.
      if (this.honest) void this.resync(Y.encodeStateAsUpdate(this.doc, bytes))
      return
    }
    Y.applyUpdate(this.doc, bytes, 'server')
    if (kind === step.two) this.synced = true
  }

  #notify(): void {
    const listeners = this.#listeners
    this.#listeners = []
    for (const listener of listeners) listener()
  }
}

export async function takeTicket(
  url: string,
  boardId: string,
  clientId: number,
  options: { name?: string; deviceKey?: string } = {},
): Promise<{ ticket?: string; problem?: { code: string }; status: number }> {
  const response = await fetch(`${url}/api/boards/${boardId}/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      guest: { name: options.name ?? 'Guest', deviceKey: options.deviceKey ?? newDeviceKey() },
      clientId,
    }),
  })
  return { ...((await response.json()) as object), status: response.status }
}
