import type {
  afterUnloadDocumentPayload,
  beforeHandleAwarenessPayload,
  beforeSyncPayload,
  beforeUnloadDocumentPayload,
  Configuration,
  connectedPayload,
  onAuthenticatePayload,
  onDisconnectPayload,
  onLoadDocumentPayload,
} from '@hocuspocus/server'
import { type BoardId, limits, type Problem } from '@kintsugi/model'
import { closeCodes, type ServerFrame } from '@kintsugi/protocol'
import type { Logger } from 'pino'
import type { Grant, Tickets } from '../access/tickets.ts'
import { askForAll } from './askForAll.ts'
import { stampPresence } from './awareness.ts'
import type { Verdict } from './collab.ts'
import { refused } from './gate/verdict.ts'
import type { Rooms } from './rooms.ts'
import { Denial, deny, safeHook } from './safeHook.ts'
import type { Session } from './session.ts'

export type Context = { readonly session: Session }
type Sync = beforeSyncPayload<Context>

const step1 = 0
const step2 = 1
const connectionsPerPrincipal = 50
const refusedResyncs = 5

/** Whether what was refused may be taken another time: once the board is open or emptier, or as part of a resync. */
const mayPass = ({ code }: Problem, type: number): boolean =>
  ['boardFinal', 'boardFull', 'tooManyItems'].includes(code) || (code === 'updateTooBig' && type !== step2)

/** A type that does not let `onAuthenticate` be forgotten: without it Hocuspocus lets everybody in. */
type Hooks = Partial<Configuration<Context>> &
  Required<Pick<Configuration<Context>, 'onAuthenticate' | 'beforeSync'>>

export function hooksOf(parts: {
  rooms: Rooms
  tickets: Tickets
  greeting: (boardId: BoardId) => readonly ServerFrame[]
  log: Logger
}): Hooks {
  const { rooms, tickets, greeting, log } = parts

  function authenticate({ token, documentName, context: { session } }: onAuthenticatePayload<Context>): void {
    const grant = redeem(session, token)
    if (grant === undefined || grant.boardId !== documentName) throw new Denial('ticketInvalid')
    if (session.grant !== undefined) throw new Denial('oneBoardPerSocket')
    if (rooms.connectionsOf(grant.principal.id) >= connectionsPerPrincipal)
      throw new Denial('tooManyConnections')
    session.grant = grant
  }

  function redeem(session: Session, token: string): Grant | undefined {
    if (!session.plain) return tickets.redeem(token)
    const found = tickets.redeemAgain(token)
    if ('denied' in found) throw new Denial(found.denied)
    return found
  }

  function load({ documentName, document }: onLoadDocumentPayload<Partial<Context>>): Promise<void> {
    return rooms.load(documentName, document)
  }

  function connected({ context: { session }, connection }: connectedPayload<Context>): void {
    const room = rooms.of(connection.document)
    if (room === undefined || session.grant === undefined) {
      session.close(closeCodes.fenced, 'board was unloaded')
      return
    }
    session.connection = connection
    if (session.plain) rooms.replace(session)
    rooms.joined(session)
    // Also that it is live: whoever comes back may have left while it was not.
    session.tell({ type: 'boardState', state: room.stateFor(session.grant.principal) })
    for (const frame of greeting(room.boardId)) session.tell(frame)
  }

  async function sync({ type, payload, connection, document, context: { session } }: Sync): Promise<void> {
    // Closed until proven open: whatever happens below, Hocuspocus applies nothing and acknowledges nothing.
    connection.readOnly = true
    await session.debtsPaid()
    const room = rooms.of(document)
    if (room === undefined || session.grant === undefined) {
      session.close(closeCodes.fenced, 'board was unloaded')
      throw new Denial('board was unloaded')
    }
    if (type === step1) return
    const limit = type === step2 ? limits.resyncBytes : limits.liveUpdateBytes
    const began = performance.now()
    const taken: Verdict | Promise<Verdict> =
      payload.length > limit
        ? refused('updateTooBig', { limitKB: limit / 1000 })
        : room.take(payload, session.grant.principal)
    // Up to its first wait: judging. Bytes that are dear to judge are paid for by whoever sends them.
    session.charge(performance.now() - began)
    const verdict = await taken
    if (verdict.kind === 'committed' || verdict.kind === 'known') {
      // What Hocuspocus applies behind us is an empty update: only the write path writes.
      payload.fill(0)
      connection.readOnly = false
    } else if (verdict.kind === 'gap' && type === step2) {
      // A whole answer with a hole in it rests on something this server never had.
      turnDown(refused('baseUnknown'), type, session, connection)
    } else turnDown(verdict, type, session, connection)
    if (type === step2) session.toldAll = true
  }

  function turnDown(verdict: Verdict, type: number, session: Session, connection: Sync['connection']): void {
    if (verdict.kind === 'gap') {
      // Before the client has told us all, its answer to our first question brings what is missing.
      if (!session.toldAll || session.refused) return
      if (session.resyncs.tryTake()) askForAll(connection)
      else session.postpone('gap')
      return
    }
    if (verdict.kind === 'unavailable') session.postpone(verdict.problem.code)
    if (verdict.kind !== 'refused') return
    if (!session.refused) {
      session.refused = true
      session.tell({ type: 'refused', problem: verdict.problem })
      if (!mayPass(verdict.problem, type)) session.grant?.spend?.(verdict.problem.code)
      log.info({ board: connection.document.name, code: verdict.problem.code }, 'an update was refused')
    }
    // Hocuspocus looks through the whole document to answer a refused resync; nobody gets that for nothing for ever.
    if (type === step2 && ++session.refusedResyncs > refusedResyncs) {
      session.close(closeCodes.unsupported, 'refused too often')
    }
  }

  function awareness({ states, connection, context }: beforeHandleAwarenessPayload<Context>): void {
    const session = context?.session
    if (connection === undefined || session?.grant === undefined) states.clear()
    else stampPresence(states, session.grant, session.plain)
  }

  function disconnected({ context: { session } }: onDisconnectPayload<Context>): void {
    rooms.left(session)
    // The channel may end before the socket does. Whoever wants in again comes with a new ticket, on a new socket.
    session.close()
  }

  return {
    quiet: true,
    // Idle sockets are our own pings' business (sockets.ts).
    timeout: 0x3fffffff,
    maxPendingDocuments: 1,
    maxUnauthenticatedQueueMessages: 50,
    maxUnauthenticatedQueueSize: 256 * 1024,
    // Presence is gathered for this long; documents are flushed by the room, at once.
    flushDelay: 33,
    onAuthenticate: safeHook(log, 'onAuthenticate', authenticate, deny),
    onLoadDocument: safeHook(log, 'onLoadDocument', load, (payload, error) => {
      // The ticket is spent; a new socket brings a new one. The server's own opening has no session.
      payload.context.session?.close(closeCodes.fenced, 'try again')
      deny(payload, error)
    }),
    connected: safeHook(log, 'connected', connected, ({ context }) =>
      context.session.close(closeCodes.fenced),
    ),
    beforeSync: safeHook(log, 'beforeSync', sync, deny),
    beforeHandleAwareness: safeHook(log, 'beforeHandleAwareness', awareness, ({ states }) => states.clear()),
    beforeUnloadDocument: safeHook(
      log,
      'beforeUnloadDocument',
      ({ document }: beforeUnloadDocumentPayload) => rooms.mayUnload(document),
      deny,
    ),
    afterUnloadDocument: safeHook(
      log,
      'afterUnloadDocument',
      ({ documentName }: afterUnloadDocumentPayload) => rooms.unloaded(documentName),
    ),
    onDisconnect: safeHook(log, 'onDisconnect', disconnected),
  }
}
