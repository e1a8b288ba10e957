import { randomBytes } from 'node:crypto'
import { HocuspocusProvider } from '@hocuspocus/provider'
import { type Board, openBoard } from '@kintsugi/board'
import { idFromBytes } from '@kintsugi/model'
import { socketPath } from '@kintsugi/protocol'
import * as Y from 'yjs'
import { LedgerSocket } from './ledgerSocket.ts'

/** A connection that waits while we are busy is closed by the server, and the next request on it is lost. */
export const unkept = { connection: 'close' }
export const newId = (): string => idFromBytes(randomBytes(16))

export async function makeBoard(url: string, deviceKey = newDeviceKey()): Promise<string> {
  const guest = Buffer.from(JSON.stringify({ name: 'Host', deviceKey })).toString('base64url')
  const response = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { ...unkept, 'content-type': 'application/json', 'x-kintsugi-guest': guest },
    body: JSON.stringify({ title: 'Faults' }),
  })
  if (!response.ok) throw new Error(`no board: ${response.status} ${await response.text()}`)
  const { id } = (await response.json()) as { id: string }
  return id
}

export const newDeviceKey = (): string => randomBytes(32).toString('base64url')

export type Seat = { url: string; boardId: string; name: string; deviceKey: string }

export async function takeTicket({ url, boardId, name, deviceKey }: Seat, clientId: number): Promise<string> {
  const response = await fetch(`${url}/api/boards/${boardId}/tickets`, {
    method: 'POST',
    headers: { ...unkept, 'content-type': 'application/json' },
    body: JSON.stringify({ guest: { name, deviceKey }, clientId }),
  })
  if (!response.ok) throw new Error(`no ticket: ${response.status} ${await response.text()}`)
  const { ticket } = (await response.json()) as { ticket: string }
  return ticket
}

/** Somebody at a board, over the network, with an exact account of what the server has said yes to. */
export class Player {
  readonly doc = new Y.Doc()
  readonly board: Board
  readonly socket: LedgerSocket
  readonly stateless: string[] = []
  readonly #provider: HocuspocusProvider

  constructor(seat: Seat) {
    this.board = openBoard(this.doc, { newId })
    this.socket = new LedgerSocket(`${seat.url.replace(/^http/, 'ws')}${socketPath}`)
    this.#provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: seat.boardId,
      document: this.doc,
      token: () => takeTicket(seat, this.doc.clientID),
      onStateless: ({ payload }) => this.stateless.push(payload),
      // A denial or a server that is gone: the socket closes and tries again.
      onAuthenticationFailed: () => this.socket.webSocket?.close(),
    })
    this.#provider.attach()
  }

  /** What the others see of us; the server stamps the name. */
  tell(presence: Readonly<Record<string, unknown>>): void {
    this.#provider.awareness?.setLocalState(presence)
  }

  get synced(): boolean {
    return this.#provider.synced
  }

  connect(): void {
    void this.socket.connect()
  }
  disconnect(): void {
    this.socket.disconnect()
  }

  /** One gesture. It must be one transaction, or its acknowledgement cannot be told from another's. */
  write(gesture: (board: Board) => void): number {
    this.socket.written += 1
    gesture(this.board)
    return this.socket.written
  }

  async untilSynced(patience = 30_000): Promise<void> {
    await until(() => this.synced, patience, 'sync')
  }
  async untilSaved(patience = 30_000): Promise<void> {
    await until(() => this.socket.acked.size === this.socket.written, patience, 'every edit acknowledged')
  }

  leave(): void {
    this.#provider.destroy()
    this.socket.destroy()
    this.doc.destroy()
  }
}

export async function until(holds: () => boolean, patience: number, what: string): Promise<void> {
  const end = performance.now() + patience
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
