import { type Board, openBoard, readSnapshot } from '@kintsugi/board'
import { type BoardSnapshot, type ItemId, idFromBytes } from '@kintsugi/model'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Server } from './server.ts'

export const newId = (): ItemId => idFromBytes(crypto.getRandomValues(new Uint8Array(16)))

/** Somebody's script beside the browsers: the provider of y-websocket as it comes, joined as the docs say. */
export interface StockClient {
  readonly doc: Y.Doc
  /** The same document, for the verbs of the board package. */
  readonly board: Board
  snapshot(): BoardSnapshot
  /** Codes of the connections that ended; none while nothing was refused. */
  readonly ended: readonly number[]
  leave(): void
}

export async function joinAsStock(server: Server, boardId: string, name: string): Promise<StockClient> {
  const doc = new Y.Doc()
  const deviceKey = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  const response = await fetch(`${server.url}/api/boards/${boardId}/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ guest: { name, deviceKey }, clientId: doc.clientID, reusable: true }),
  })
  const { ticket } = (await response.json()) as { ticket: string }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/yjs`, boardId, doc, {
    params: { ticket },
    disableBc: true,
  })
  const ended: number[] = []
  provider.on('connection-close', (event) => {
    if (event) ended.push(event.code)
  })
  if (!provider.synced)
    await new Promise<void>((resolve) => {
      provider.on('sync', (synced: boolean) => synced && resolve())
    })
  const board = openBoard(doc, { newId })
  return {
    doc,
    board,
    snapshot: () => readSnapshot(board),
    ended,
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}
