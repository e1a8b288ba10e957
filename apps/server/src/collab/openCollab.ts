import { type Document, Hocuspocus } from '@hocuspocus/server'
import { importSnapshot, openBoard, readSnapshot, seedBoard } from '@kintsugi/board'
import { applyTemplate } from '@kintsugi/board/templates'
import type { BoardId } from '@kintsugi/model'
import type { Member, ServerFrame } from '@kintsugi/protocol'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import { type Principal, serverPrincipal } from '../access/guests.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Storage } from '../storage/storage.ts'
import { isStorageFailure } from '../storage/storageFailure.ts'
import { type Collab, CollabProblem, type Verdict } from './collab.ts'
import type { Compactor } from './compactor.ts'
import { problemOf } from './gate/verdict.ts'
import { Glances, glanceAt } from './glances.ts'
import { type Context, hooksOf } from './hooks.ts'
import { newId } from './newId.ts'
import { Outage } from './outage.ts'
import { freshClientId, type Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { Watchers } from './watchers.ts'
import { Writer } from './writer.ts'

const patience = 5000

export type OpenCollab = Collab & {
  /** The transport's own: the socket glue hands connections to it, and nobody else touches it. */
  readonly hocuspocus: Hocuspocus<Context>
  readonly healthy: boolean
  readonly boardsOpen: number
  /** A lock began or ended, or leaves out somebody else: everybody is told, and asked for what they could not save. */
  lockChanged(boardId: BoardId): void
}

export function openCollab(parts: {
  storage: Storage
  tickets: Tickets
  compactor: Pick<Compactor, 'request' | 'close'>
  /** What everybody is told on coming in. */
  greeting?: (boardId: BoardId) => readonly ServerFrame[]
  /** Whether a lock keeps this person from writing there now. */
  isLocked?: (boardId: BoardId, principal: Principal) => boolean
  /** Somebody came, or went. */
  attendance?: (boardId: BoardId) => void
  log: Logger
}): OpenCollab {
  const { storage, tickets, compactor, greeting = () => [], log } = parts
  const { isLocked = () => false, attendance = () => {} } = parts
  const glances = new Glances(storage, log)
  const watchers = new Watchers()
  const writer = new Writer(storage.log)
  const outage = new Outage({
    storage,
    log,
    changed: (room) => {
      rooms.announce(room)
      watchers.tell(room.boardId)
      if (!room.storageFails) rooms.resync(room.boardId)
    },
  })
  const rooms = new Rooms({
    storage,
    writer,
    outage,
    log,
    isLocked,
    attendance,
    changed(room) {
      glances.note(room)
      watchers.tell(room.boardId)
    },
    compact: (boardId, upTo) => compactor.request(boardId, upTo, (bytes) => rooms.folded(boardId, bytes)),
  })
  const hocuspocus = new Hocuspocus<Context>(hooksOf({ rooms, tickets, greeting, log }))
  rooms.hocuspocus = hocuspocus

  /** Opens the board for the time of the work, as one more who holds it open. */
  async function within<T>(boardId: BoardId, work: (room: Room) => Promise<T> | T): Promise<T> {
    const room = await enter(boardId)
    const { document } = room
    document.addDirectConnection()
    try {
      return await work(room)
    } finally {
      document.removeDirectConnection()
      leave(document)
    }
  }

  async function enter(boardId: BoardId): Promise<Room> {
    // A document can be unloaded or fenced between its loading and our turn; then there is another one.
    for (let attempt = 0; attempt < 5; attempt++) {
      const room = await open(boardId)
      if (room !== undefined) return room
    }
    throw new CollabProblem(problemOf('storageUnavailable'))
  }

  async function open(boardId: BoardId): Promise<Room | undefined> {
    try {
      const document = await hocuspocus.createDocument(boardId, new Request('http://localhost/'), '', {
        isAuthenticated: true,
        readOnly: false,
      })
      return rooms.of(document)
    } catch (error) {
      if (!storage.hasBoard(boardId)) throw new CollabProblem(problemOf('boardUnknown'))
      log.warn({ err: error, board: boardId }, 'the board did not open')
      return undefined
    }
  }

  function leave(document: Document): void {
    void hocuspocus.unloadDocument(document)
  }

  function change<T>(room: Room, principal: Principal, work: (copy: Y.Doc) => T): Promise<T> {
    return room.serially(async () => {
      const closed = closedTo(room, principal)
      if (closed !== undefined) throw new CollabProblem(problemOf(closed))
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.document))
      copy.clientID = room.serverClientId
      const updates: Uint8Array[] = []
      copy.on('update', (update: Uint8Array) => updates.push(update))
      const result = work(copy)
      if (updates.length === 0) return result
      const verdict = await room.takeOwn(updates)
      if (verdict.kind === 'committed' || verdict.kind === 'known') return result
      // Nobody can say how far the id's clock got; it is not used again.
      room.serverClientId = freshClientId()
      throw new CollabProblem(verdict.kind === 'gap' ? problemOf('rebuilding') : verdict.problem)
    })
  }

  /** Finality on or off. Clients are asked again for what they could not save meanwhile. */
  function settle(room: Room, final: boolean): void {
    room.freezing = false
    room.final = final
    rooms.announce(room)
    watchers.tell(room.boardId)
    rooms.resync(room.boardId)
  }

  /** One who has several tabs is there once, under the name of the newest. */
  function members(boardId: BoardId): Member[] {
    const here = new Map<string, Member>()
    for (const { grant } of rooms.sessionsOf(boardId)) {
      if (grant) here.set(grant.principal.id, { principal: grant.principal.id, name: grant.principal.name })
    }
    return [...here.values()]
  }

  return {
    hocuspocus,
    get healthy() {
      return !outage.lasts
    },
    get boardsOpen() {
      return rooms.size
    },
    present: (boardId) => members(boardId).length,
    members,
    watch: (boardId, listener) => watchers.add(boardId, listener),
    tell(boardId, frame) {
      for (const session of rooms.sessionsOf(boardId)) session.tell(frame)
    },
    lockChanged(boardId) {
      const room = rooms.all().find((each) => each.boardId === boardId)
      if (room === undefined) return
      rooms.announce(room)
      rooms.resync(boardId)
    },
    async create(boardId, { content, template, ...init }) {
      const doc = new Y.Doc()
      seedBoard(doc, { boardId, ...init })
      const board = openBoard(doc, { newId })
      if (content) importSnapshot(board, content)
      if (template) applyTemplate(board, template)
      const seededBy = { clientId: doc.clientID, principalId: serverPrincipal.id }
      const checkpoint = Y.encodeStateAsUpdate(doc)
      try {
        const title = init.title ?? content?.incident.title ?? ''
        const added = storage.createBoard({ boardId, title, checkpoint, seededBy })
        if (added && (content || template)) storage.setGlance(boardId, title, glanceAt(readSnapshot(board)))
      } catch (error) {
        log.error({ err: error }, 'a board could not be created')
        throw new CollabProblem(problemOf('storageUnavailable'))
      }
    },
    commit: (boardId, update, principal): Promise<Verdict> =>
      within(boardId, (room) => room.take(update, principal)),
    change: (boardId, principal, work) =>
      within(boardId, (room) => change(room, principal, (copy) => work(openBoard(copy, { newId })))),
    snapshot: (boardId) =>
      within(boardId, async (room) => {
        await room.idle()
        return readSnapshot(openBoard(room.document, { newId }))
      }),
    freeze: (boardId, work) =>
      within(boardId, async (room) => {
        const closed = closedTo(room)
        if (closed !== undefined) throw new CollabProblem(problemOf(closed))
        room.freezing = true
        try {
          await room.idle()
          const result = await work(readSnapshot(openBoard(room.document, { newId })))
          // A revision's row brings its board's state along, in one transaction: nothing that can fail may follow it.
          if (!storage.isFinal(boardId)) storage.setState(boardId, 'final')
          settle(room, true)
          return result
        } catch (error) {
          settle(room, false)
          throw error
        }
      }),
    thaw: (boardId) =>
      within(boardId, (room) => {
        if (!room.final) throw new CollabProblem(problemOf('boardNotFinal'))
        try {
          storage.setState(boardId, 'live')
        } catch (error) {
          if (!isStorageFailure(error)) throw error
          log.warn({ err: error, board: boardId }, 'the board could not be reopened')
          throw new CollabProblem(problemOf('storageUnavailable'))
        }
        settle(room, false)
      }),
    state: (boardId) => within(boardId, (room) => room.state),
    idle: (boardId) => within(boardId, (room) => room.idle()),
    async shutdown() {
      rooms.close()
      const drained = Promise.all(rooms.all().map((room) => room.idle()))
      await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, patience).unref())])
      glances.close()
      await compactor.close()
    },
  }
}

function closedTo(room: Room, principal = serverPrincipal): string | undefined {
  if (room.final) return 'boardFinal'
  if (room.freezing) return 'boardFinal'
  if (room.storageFails) return 'storageUnavailable'
  return room.stateFor(principal) === 'locked' ? 'boardLocked' : undefined
}
