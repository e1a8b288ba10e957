import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Hocuspocus, MessageType } from '@hocuspocus/server'
import { limits } from '@kintsugi/model'
import { closeCodes, plainYjsPath, socketPath } from '@kintsugi/protocol'
import * as decoding from 'lib0/decoding'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Origins } from '../access/origins.ts'
import { authFrame } from './authFrame.ts'
import type { Context } from './hooks.ts'
import { PlainSession } from './plainSession.ts'
import { Session } from './session.ts'
import { Unfinished } from './unfinished.ts'

const authDeadline = 10_000
const pingEvery = 15_000
const silence = 45_000
const step1 = 0
/** What a client has to say to Hocuspocus. It may speak in other types, of which this server uses none. */
const spoken: readonly number[] = [
  MessageType.Sync,
  MessageType.SyncReply,
  MessageType.Awareness,
  MessageType.Auth,
  MessageType.QueryAwareness,
  MessageType.CLOSE,
]
/** A board's id; behind it, a provider may name one of its sessions. */
const address = /^[A-Za-z0-9_-]{22}(\0[A-Za-z0-9_-]{0,64})?$/
const bytesPerToken = 65_536
/** What a plain client repeats to us of others: nothing is done with it. */
const echoTokens = 1 / 8
/**
 * What a client says that it has: about seven bytes for each tab that ever wrote on the board. A board of 20 MB that is all
 * such tabs stays below; with less, somebody who makes up many would shut out everybody who comes back.
 */
const step1Bytes = 2_500_000
const awarenessBytes = 4096
const step1Every = 2000

const plainPath = new RegExp(`^${plainYjsPath}/([A-Za-z0-9_-]{22})$`)
const frameTooBig = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

type PlainRequest = { boardId: string; ticket: string; acknowledged: boolean }

export type Sockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly count: number
  /** Closes every socket with this code; what does not answer is cut. */
  close(code: number, reason: string): Promise<void>
}

/** Between the network and Hocuspocus: who may connect, and how much of what comes in goes on. */
export function openSockets(parts: {
  hocuspocus: Hocuspocus<Context>
  origins: Origins
  perAddress: number
  log: Logger
}): Sockets {
  const { hocuspocus, origins, perAddress, log } = parts
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
  })
  const byAddress = new Map<string, number>()
  const unfinished = new Unfinished(4 * limits.frameBytes)

  function welcome(
    socket: WebSocket,
    session: Session,
    frames: { ended(): void },
    plain?: PlainRequest,
  ): void {
    const { address } = session
    byAddress.set(address, (byAddress.get(address) ?? 0) + 1)
    const client = hocuspocus.handleConnection(session, new Request('http://localhost/'), { session })
    const deadline = setTimeout(() => {
      if (session.grant === undefined) session.close(closeCodes.unauthenticated, 'no ticket')
    }, authDeadline)
    let heard = performance.now()
    const pinging = setInterval(() => {
      if (performance.now() - heard > silence) socket.terminate()
      else if (session.grant !== undefined) session.ping()
    }, pingEvery)

    let askedAt = Number.NEGATIVE_INFINITY
    let asking: NodeJS.Timeout | undefined
    /** Each is answered with all the asker lacks, which may be the whole board: once in a while, and for all at once. */
    const answerStep1 = (bytes: Uint8Array): void => {
      if (asking !== undefined) return
      const wait = Math.max(0, askedAt + step1Every - performance.now())
      const answer = (): void => {
        asking = undefined
        askedAt = performance.now()
        client.handleMessage(bytes)
      }
      if (wait > 0) asking = setTimeout(answer, wait)
      else answer()
    }
    const resume = (): void => {
      // What had already arrived came through after the pause, and ran up more.
      const debt = session.messages.take(0)
      if (debt > 0) setTimeout(resume, debt)
      else socket.resume()
    }
    const pass = (bytes: Uint8Array | undefined): void => {
      const head = bytes && readHead(bytes)
      if (bytes === undefined || head === undefined || !spoken.includes(head.type))
        session.close(closeCodes.unsupported, 'not a frame')
      else if (head.type === MessageType.Awareness) {
        // Latest wins: a dropped one is made up for by the next.
        if (bytes.length <= awarenessBytes && session.awareness.tryTake()) client.handleMessage(bytes)
      } else if (head.step === step1) {
        if (bytes.length <= step1Bytes) answerStep1(bytes)
        else session.close(closeCodes.unsupported, 'state vector too big')
      } else client.handleMessage(bytes)
    }

    socket.on('message', (data, isBinary) => {
      heard = performance.now()
      frames.ended()
      if (!isBinary || !(data instanceof Uint8Array)) return session.close(closeCodes.unsupported, 'text')
      const frame = session.read(data)
      // Large frames count as many: what they cost grows with their size.
      const tokens = (frame === null ? echoTokens : 1) + Math.floor(data.length / bytesPerToken)
      const debt = session.messages.take(tokens)
      if (frame !== null) pass(frame)
      if (debt > 0 && !socket.isPaused) {
        // Nothing is lost and nothing grows: the sender's own network holds it back.
        socket.pause()
        setTimeout(resume, debt)
      }
    })
    socket.on('pong', () => {
      heard = performance.now()
    })
    socket.on('close', (code, reason) => {
      clearTimeout(deadline)
      clearInterval(pinging)
      clearTimeout(asking)
      const left = (byAddress.get(address) ?? 1) - 1
      if (left > 0) byAddress.set(address, left)
      else byAddress.delete(address)
      client.handleClose({ code, reason: reason.toString() })
    })
    // ws closes the socket by itself (1009 for a frame too big); it only wants to be heard.
    socket.on('error', (error) => {
      const { code } = error as NodeJS.ErrnoException
      log.info({ code }, 'a socket broke')
      // A client without a word for this would come back with the same frame for ever.
      if (code === frameTooBig) session.grant?.spend?.('updateTooBig')
    })
    if (plain !== undefined) client.handleMessage(authFrame(plain.boardId, plain.ticket))
  }

  return {
    get count() {
      return server.clients.size
    },
    upgrade(request, socket, head) {
      const address = request.socket.remoteAddress ?? ''
      socket.on('error', () => socket.destroy())
      const plain = plainRequest(request)
      if (plain === undefined && pathOf(request) !== socketPath) return turnAway(socket, '404 Not Found')
      if (!origins.allow(request.headers)) return turnAway(socket, '403 Forbidden')
      if ((byAddress.get(address) ?? 0) >= perAddress) return turnAway(socket, '429 Too Many Requests')
      const opened: { session?: Session } = {}
      const frames = unfinished.watch(socket, address, () => opened.session?.grant !== undefined)
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const session = plain ? new PlainSession(webSocket, address, plain) : new Session(webSocket, address)
        opened.session = session
        welcome(webSocket, session, frames, plain)
      })
    },
    async close(code, reason) {
      for (const socket of server.clients) socket.close(code, reason)
      const until = performance.now() + 1000
      while (server.clients.size > 0 && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

/** What the address of a plain Yjs client says; undefined where it is none. */
function plainRequest(request: IncomingMessage): PlainRequest | undefined {
  const boardId = plainPath.exec(pathOf(request))?.[1]
  if (boardId === undefined) return undefined
  const query = new URLSearchParams((request.url ?? '').split('?', 2)[1])
  return { boardId, ticket: query.get('ticket') ?? '', acknowledged: query.get('acks') === '1' }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Type of a frame, and step of a sync frame; undefined where the bytes are no frame. */
function readHead(bytes: Uint8Array): { type: number; step: number | undefined } | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    // Hocuspocus repeats the name of a board it does not know in its own words, past our log.
    if (!address.test(decoding.readVarString(decoder))) return undefined
    const type = decoding.readVarUint(decoder)
    const isSync = type === MessageType.Sync || type === MessageType.SyncReply
    return { type, step: isSync ? decoding.readVarUint(decoder) : undefined }
  } catch {
    // lib0 throws where the bytes end too early.
    return undefined
  }
}
