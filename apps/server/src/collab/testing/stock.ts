import { type Board, openBoard } from '@kintsugi/board'
import { plainYjsPath } from '@kintsugi/protocol'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { newId } from '../newId.ts'
import { newDeviceKey } from './wire.ts'

export async function takeReusable(
  url: string,
  boardId: string,
  clientId: number,
  options: { name?: string; deviceKey?: string } = {},
): Promise<string> {
  const { name = 'Guest', deviceKey = newDeviceKey() } = options
  const response = await fetch(`${url}/api/boards/${boardId}/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ guest: { name, deviceKey }, clientId, reusable: true }),
  })
  const { ticket = '' } = (await response.json()) as { ticket?: string }
  return ticket
}

/** The provider of y-websocket as it comes, and what it says happened. */
export class Stock {
  readonly doc = new Y.Doc()
  readonly board: Board = openBoard(this.doc, { newId })
  readonly provider: WebsocketProvider
  /** Codes and reasons of the connections that ended. */
  readonly ended: { code: number; reason: string }[] = []
  /** Set once the provider has given up. */
  closed: { code: number; reason: string } | undefined
  /** Answers to our sync frames, where they were asked for. */
  readonly acknowledged: boolean[] = []

  constructor(url: string, boardId: string, params: Record<string, string>) {
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}${plainYjsPath}`, boardId, this.doc, {
      params,
      // In one process, or one browser, documents would reach each other past the server.
      disableBc: true,
      connect: false,
    })
    this.provider.messageHandlers[8] = (_encoder, decoder) =>
      void this.acknowledged.push(decoding.readVarUint(decoder) === 1)
    this.provider.on('connection-close', (event) => {
      if (event) this.ended.push({ code: event.code, reason: event.reason })
    })
    this.provider.on('closed', (event) => {
      this.closed = event
    })
  }

  static async join(
    url: string,
    boardId: string,
    options: { name?: string; deviceKey?: string; acks?: string } = {},
  ): Promise<Stock> {
    const params: Record<string, string> = options.acks === undefined ? {} : { acks: options.acks }
    const stock = new Stock(url, boardId, params)
    stock.provider.params.ticket = await takeReusable(url, boardId, stock.doc.clientID, options)
    stock.provider.connect()
    await stock.until(() => stock.provider.synced)
    return stock
  }

  async until(holds: () => boolean, patience = 20_000): Promise<void> {
    const end = performance.now() + patience
    while (!holds()) {
      if (performance.now() > end) throw new Error(`waited in vain for ${holds.toString()}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

/** A socket on the same path that sends whatever a test wants. */
export class RawPlain {
  readonly socket: WebSocket
  readonly frames: Uint8Array[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  ended: { code: number; reason: string } | undefined

  constructor(url: string, boardId: string, ticket: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}${plainYjsPath}/${boardId}?ticket=${ticket}`)
    this.socket.on('error', () => {})
    this.socket.on('message', (data) => void this.frames.push(data as Buffer))
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        this.ended = { code, reason: reason.toString() }
        resolve(this.ended)
      })
    })
  }

  static async open(url: string, boardId: string, clientId: number): Promise<RawPlain> {
    const raw = new RawPlain(url, boardId, await takeReusable(url, boardId, clientId))
    // The server speaks as soon as it has asked for all we have; Yjs' own first word is ours.
    await new Promise((resolve) => raw.socket.on('open', resolve))
    return raw
  }

  /** Why we were denied, if we were told. */
  denied(): string | undefined {
    for (const frame of this.frames) {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) === 2 && decoding.readVarUint(decoder) === 0)
        return decoding.readVarString(decoder)
    }
    return undefined
  }
}
