import type { Document, Hocuspocus } from '@hocuspocus/server'
import { migrateBoard } from '@kintsugi/board'
import type { BoardId } from '@kintsugi/model'
import { closeCodes } from '@kintsugi/protocol'
import type { Logger } from 'pino'
import { type Principal, serverPrincipal } from '../access/guests.ts'
import type { Storage } from '../storage/storage.ts'
import { askForAll } from './askForAll.ts'
import type { Context } from './hooks.ts'
import { fill, poisonedRows } from './load.ts'
import type { Outage } from './outage.ts'
import { Room, type RoomEvents } from './room.ts'
import { Denial } from './safeHook.ts'
import type { Session } from './session.ts'
import type { Writer } from './writer.ts'

/** Nobody has this id: what was written under a seized client id is refused from everybody. */
const quarantined = '#quarantined'

export type RoomsParts = {
  storage: Storage
  writer: Writer
  outage: Outage
  log: Logger
  /** Rows were applied to the document. */
  changed(room: Room): void
  /** Whether a lock keeps this person from writing there now. */
  isLocked(boardId: BoardId, principal: Principal): boolean
  /** Somebody came, or went. */
  attendance(boardId: BoardId): void
  /** Rows have gathered, or nobody has the board open any more. */
  compact(boardId: BoardId, upTo: number): void
}

/** The boards in memory. There is one document of a board at a time, and everything that is not it is turned away. */
export class Rooms {
  hocuspocus: Hocuspocus<Context> | undefined
  closing = false
  readonly #parts: RoomsParts
  readonly #rooms = new Map<BoardId, Room>()
  readonly #sessions = new Map<BoardId, Set<Session>>()
  /** Fenced rooms whose rows are still on their way to the log. */
  readonly #draining = new Map<BoardId, Promise<void>>()

  constructor(parts: RoomsParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#rooms.size
  }
  all(): Room[] {
    return [...this.#rooms.values()]
  }

  /** The room of this very document; undefined for one that has been unloaded or fenced meanwhile. */
  of(document: Document): Room | undefined {
    const room = this.#rooms.get(document.name)
    return room?.document === document && this.hocuspocus?.documents.get(document.name) === document
      ? room
      : undefined
  }

  sessionsOf(boardId: BoardId): Session[] {
    return [...(this.#sessions.get(boardId) ?? [])]
  }
  connectionsOf(principalId: string): number {
    let count = 0
    for (const sessions of this.#sessions.values()) {
      for (const session of sessions) if (session.grant?.principal.id === principalId) count += 1
    }
    return count
  }
  joined(session: Session): void {
    if (session.grant === undefined) return
    const sessions = this.#sessions.get(session.grant.boardId) ?? new Set()
    this.#sessions.set(session.grant.boardId, sessions.add(session))
    this.#parts.attendance(session.grant.boardId)
  }
  /** A reusable ticket shown again: the connection before it is dead, or will be. Two writing under one id lose words. */
  replace(session: Session): void {
    const { grant } = session
    if (grant === undefined) return
    for (const other of this.sessionsOf(grant.boardId))
      if (other.plain && other.grant?.clientId === grant.clientId)
        other.close(closeCodes.replaced, 'replaced')
  }
  left(session: Session): void {
    if (session.grant === undefined) return
    const sessions = this.#sessions.get(session.grant.boardId)
    sessions?.delete(session)
    if (sessions?.size === 0) this.#sessions.delete(session.grant.boardId)
    this.#parts.attendance(session.grant.boardId)
  }

  /** Fills the document Hocuspocus has made. Throws where the board cannot be opened now. */
  async load(boardId: BoardId, document: Document): Promise<void> {
    await this.#draining.get(boardId)
    if (this.closing) throw new Denial('shuttingDown')
    const { storage, writer } = this.#parts
    const stored = storage.log.load(boardId)
    if (stored === undefined) throw new Denial('boardUnknown')
    if (!fill(document, stored)) {
      for (const { seq, reason } of poisonedRows(stored)) {
        this.#parts.log.error({ board: boardId, seq, reason }, 'a stored row does not apply: quarantined')
        storage.log.quarantine(boardId, seq, reason)
      }
      throw new Denial('rebuilding')
    }
    const lastSeq = stored.updates.at(-1)?.seq ?? 0
    const loaded = {
      final: storage.isFinal(boardId),
      checkpointBytes: stored.checkpoint.length,
      rowBytes: stored.updates.reduce((sum, update) => sum + update.bytes.length, 0),
      rows: stored.updates.length,
      lastSeq,
    }
    const events: RoomEvents = {
      poisoned: (room, seq, clientIds, error) => this.#fence(room, seq, clientIds, error),
      storageFailed: (room, size, error) => this.#parts.outage.began(room, size, error),
      advanced: (room) => this.#advanced(room),
      // An unloading that found the room busy is not tried again by itself.
      settled: (room) => void this.hocuspocus?.unloadDocument(room.document),
    }
    const isLocked = (principal: Principal) => this.#parts.isLocked(boardId, principal)
    const room = new Room(boardId, document, loaded, { storage, writer, events, isLocked })
    await this.#migrate(room)
    this.#rooms.set(boardId, room)
  }

  /** Throws while the document must stay. */
  mayUnload(document: Document): void {
    if (this.hocuspocus?.documents.get(document.name) !== document) throw new Denial('not the board any more')
    if (this.of(document)?.busy === true) throw new Denial('busy')
  }

  unloaded(boardId: BoardId): void {
    const room = this.#rooms.get(boardId)
    // Somebody may be loading it anew already; that one is not what was unloaded.
    if (room === undefined || !room.document.isDestroyed) return
    this.#rooms.delete(boardId)
    this.#parts.outage.gone(room)
    if (this.#sessions.has(boardId)) return
    this.#parts.storage.clients.forget(boardId)
    if (room.rowsSinceCheckpoint > 0) this.#parts.compact(boardId, room.appliedSeq)
  }

  /** From here on no board is opened and nothing more is taken. */
  close(): void {
    this.closing = true
    for (const room of this.#rooms.values()) room.closing = true
  }

  folded(boardId: BoardId, checkpointBytes: number): void {
    this.#rooms.get(boardId)?.folded(checkpointBytes)
  }

  /** Tells everybody what the board is for them. */
  announce(room: Room): void {
    for (const session of this.sessionsOf(room.boardId)) {
      if (session.grant === undefined) continue
      session.tell({ type: 'boardState', state: room.stateFor(session.grant.principal) })
    }
  }

  /** Asks everybody for what they have and we lack. */
  resync(boardId: BoardId): void {
    for (const session of this.sessionsOf(boardId)) {
      session.refused = false
      if (session.connection !== undefined) askForAll(session.connection)
    }
  }

  #advanced(room: Room): void {
    this.#parts.changed(room)
    if (!room.wantsFolding) return
    room.folding()
    this.#parts.compact(room.boardId, room.appliedSeq)
  }

  /** Migrations write through the log like everybody else, before anybody is let in. */
  async #migrate(room: Room): Promise<void> {
    const { document, boardId } = room
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array): void => void updates.push(update)
    document.on('update', collect)
    try {
      migrateBoard(document)
    } finally {
      document.off('update', collect)
    }
    if (updates.length === 0) return
    const claim = { clientId: document.clientID, principalId: serverPrincipal.id }
    const entries = updates.map((bytes) => ({ boardId, bytes, claims: [claim] }))
    const seqs = await this.#parts.storage.log.append(entries)
    room.appliedSeq = seqs.at(-1) ?? room.appliedSeq
  }

  /**
   * The document holds what the log does not, or the other way round. Everybody goes, at once and before the next
   * broadcast; the row that did it is put aside, and the next one to come finds the document rebuilt from the rest.
   */
  #fence(room: Room, seq: number, clientIds: readonly number[], error: unknown): void {
    const { storage, log } = this.#parts
    const { boardId, document } = room
    room.fenced = true
    log.error({ err: error, board: boardId, seq }, 'a stored row did not apply: board fenced and rebuilt')
    for (const session of this.sessionsOf(boardId)) {
      session.connection?.close({ code: closeCodes.fenced, reason: 'rebuilding' })
      session.close(closeCodes.fenced, 'rebuilding')
    }
    this.hocuspocus?.documents.delete(boardId)
    this.#rooms.delete(boardId)
    this.#parts.outage.gone(room)
    const drained = room.idle().then(() => {
      if (this.#draining.get(boardId) === drained) this.#draining.delete(boardId)
    })
    this.#draining.set(boardId, drained)
    try {
      storage.log.quarantine(boardId, seq, error instanceof Error ? error.message : String(error))
      storage.clients.seize(boardId, clientIds, quarantined)
    } catch (failure) {
      // The next load finds the row again, and puts it aside then.
      log.error({ err: failure, board: boardId, seq }, 'the row could not be quarantined yet')
    }
    document.destroy()
  }
}
