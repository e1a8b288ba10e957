import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Hocuspocus } from '@hocuspocus/server'
import type { Problem } from '@kintsugi/model'
import type { BoardState, ServerFrame } from '@kintsugi/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'

/** What the server does with updates: takes them, refuses them for good, or cannot store them just now. */
export type Mood = 'take' | 'refuse' | 'fail'

/** A real Hocuspocus whose answers a test decides; the parts of our own server that only it can be told to play. */
export interface ScriptedServer {
  readonly origin: string
  mood: Mood
  /** Which updates are refused; by default all, while the mood says so. */
  refuses: (update: Uint8Array) => boolean
  /** HTTP status of the ticket route. */
  ticketStatus: number
  /** Statuses of the next tickets, before `ticketStatus` counts again. */
  readonly nextTicketStatuses: number[]
  readonly ticketsAsked: number
  /** Kinds of the sync frames that arrived, in order: 0 SyncStep1, 1 SyncStep2, 2 update. */
  readonly frames: number[]
  tell(boardId: string, state: BoardState): void
  /** Asks everybody for what is missing, as after a repaired disk. */
  askAll(boardId: string): void
  content(boardId: string): Y.Doc
  /** Ends every socket without a farewell and stops listening. */
  down(): Promise<void>
  up(): Promise<void>
  closeSockets(code: number): void
}

const refusal: Problem = { code: 'noteTooLong', line: null, args: { limit: 10_000 } }
const ticketCodes: Record<number, string> = { 404: 'boardUnknown', 409: 'clientIdTaken' }

export async function openScriptedServer(): Promise<ScriptedServer> {
  const kept = new Map<string, Y.Doc>()
  const content = (boardId: string): Y.Doc => {
    const doc = kept.get(boardId) ?? new Y.Doc()
    kept.set(boardId, doc)
    return doc
  }
  let port = 0
  let http: Server | null = null
  let tickets = 0
  const sockets = new Set<WebSocket>()
  const frames: number[] = []

  const hocuspocus = new Hocuspocus({
    quiet: true,
    async onAuthenticate({ token }) {
      if (!/^ticket \d+$/.test(token)) throw new Error('no ticket')
    },
    async onLoadDocument({ document, documentName }) {
      Y.applyUpdate(document, Y.encodeStateAsUpdate(content(documentName)))
    },
    async beforeSync({ type, payload, connection, document }) {
      frames.push(type)
      connection.readOnly = false
      if (type === 0 || Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return
      connection.readOnly = server.mood === 'fail' || (server.mood === 'refuse' && server.refuses(payload))
      if (connection.readOnly && server.mood === 'refuse')
        say(connection, { type: 'refused', problem: refusal })
    },
    async onChange({ documentName, update }) {
      Y.applyUpdate(content(documentName), update)
    },
  })
  const say = (to: { sendStateless(text: string): void }, frame: ServerFrame) =>
    to.sendStateless(JSON.stringify(frame))

  async function up(): Promise<void> {
    const started = createServer((_request, response) => {
      tickets += 1
      const ticketStatus = server.nextTicketStatuses.shift() ?? server.ticketStatus
      response.writeHead(ticketStatus, { 'content-type': 'application/json' })
      const problem: Problem = {
        code: ticketCodes[ticketStatus] ?? 'internal',
        line: null,
        args: {},
      }
      const ticket = { ticket: `ticket ${tickets}`, expiresInSeconds: 30 }
      response.end(JSON.stringify(ticketStatus === 200 ? ticket : { problem }))
    })
    const upgrades = new WebSocketServer({ noServer: true })
    started.on('upgrade', (request, socket, head) => {
      upgrades.handleUpgrade(request, socket, head, (ws) => {
        sockets.add(ws)
        const url = new URL(request.url ?? '/', server.origin)
        const connection = hocuspocus.handleConnection(ws, new Request(url))
        ws.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)))
        ws.on('close', (code, reason) => {
          sockets.delete(ws)
          connection.handleClose({ code, reason: reason.toString() })
        })
      })
    })
    started.listen(port, '127.0.0.1')
    await once(started, 'listening')
    const address = started.address()
    if (address && typeof address === 'object') port = address.port
    http = started
  }

  const server: ScriptedServer = {
    get origin() {
      return `http://127.0.0.1:${port}`
    },
    mood: 'take',
    refuses: () => true,
    ticketStatus: 200,
    nextTicketStatuses: [],
    get ticketsAsked() {
      return tickets
    },
    frames,
    tell(boardId, state) {
      for (const connection of hocuspocus.documents.get(boardId)?.getConnections() ?? [])
        say(connection, { type: 'boardState', state })
    },
    askAll(boardId) {
      // A SyncStep1 with an empty state vector: "tell me everything".
      const name = new TextEncoder().encode(boardId)
      const frame = Uint8Array.from([name.length, ...name, 0, 0, 1, 0])
      for (const connection of hocuspocus.documents.get(boardId)?.getConnections() ?? [])
        connection.send(frame)
    },
    content,
    async down() {
      for (const socket of sockets) socket.terminate()
      const ending = http
      http = null
      if (!ending) return
      ending.closeAllConnections()
      ending.close()
      await once(ending, 'close')
    },
    up,
    closeSockets(code) {
      for (const socket of sockets) socket.close(code)
    },
  }
  await up()
  return server
}
