import { setImmediate as afterThisTurn } from 'node:timers'
import type { Document } from '@hocuspocus/server'
import { documentRules } from '@kintsugi/board'
import { type BoardId, limits } from '@kintsugi/model'
import type { BoardState } from '@kintsugi/protocol'
import * as Y from 'yjs'
import { type Principal, serverPrincipal } from '../access/guests.ts'
import type { Storage } from '../storage/storage.ts'
import type { LogEntry } from '../storage/updateLog.ts'
import { oneByOne } from '../turns.ts'
import { apply } from './apply.ts'
import type { Verdict } from './collab.ts'
import { type GateVerdict, gate } from './gate/gate.ts'
import { problemOf, refused } from './gate/verdict.ts'
import type { Writer } from './writer.ts'

type Admitted = Extract<GateVerdict, { kind: 'new' }>
export type RoomEvents = {
  /** Bytes that are on disk did not go into the document. The room takes nothing any more. */
  poisoned(room: Room, seq: number, clientIds: readonly number[], error: unknown): void
  storageFailed(room: Room, bytes: number, error: unknown): void
  /** Rows were applied. */
  advanced(room: Room): void
  /** Nothing is on its way any more. */
  settled(room: Room): void
}

const foldRows = 500
/** Well below what a board may hold: else it is full of what is no longer on it. */
const foldBytes = limits.boardBytes / 10

const unavailable = (code: string): Verdict => ({ kind: 'unavailable', problem: problemOf(code) })

/** A board somebody has open: its document, and what is on the way into it. */
export class Room {
  readonly boardId: BoardId
  readonly document: Document
  /** What the server writes: each starts from what the one before has written. */
  readonly serially = oneByOne()
  /** A revision is being read; nothing is written until the board is reopened. */
  final: boolean
  /** Finality is being decided; writes wait. */
  freezing = false
  /** The disk does not take our rows. */
  storageFails = false
  /** What lies in memory is no longer what lies in the log. */
  fenced = false
  closing = false
  appliedSeq = 0
  rowsSinceCheckpoint: number
  /** Under this id the server itself writes here. */
  serverClientId = freshClientId()
  readonly #storage: Storage
  readonly #writer: Writer
  readonly #events: RoomEvents
  readonly #isLocked: (principal: Principal) => boolean
  readonly #inFlight = new Set<Promise<unknown>>()
  /** Client ids whose rows are stored but not yet applied: the gate cannot judge more of theirs before. */
  readonly #pendingClients = new Set<number>()
  /** Size of the board on disk: the checkpoint, and the rows behind it. */
  #checkpointBytes: number
  #rowBytes: number
  #rowBytesFolding = 0
  #items: number
  #flushing = false

  constructor(
    boardId: BoardId,
    document: Document,
    loaded: { final: boolean; checkpointBytes: number; rowBytes: number; rows: number; lastSeq: number },
    parts: {
      storage: Storage
      writer: Writer
      events: RoomEvents
      /** Whether a lock keeps this person from writing now. */
      isLocked: (principal: Principal) => boolean
    },
  ) {
    this.boardId = boardId
    this.document = document
    this.final = loaded.final
    this.rowsSinceCheckpoint = loaded.rows
    this.appliedSeq = loaded.lastSeq
    this.#checkpointBytes = loaded.checkpointBytes
    this.#rowBytes = loaded.rowBytes
    this.#items = countItems(document)
    this.#storage = parts.storage
    this.#writer = parts.writer
    this.#events = parts.events
    this.#isLocked = parts.isLocked
  }

  get state(): BoardState {
    if (this.final) return 'final'
    return this.storageFails ? 'unavailable' : 'live'
  }

  /** As it is for this person: a lock leaves out whoever runs the meeting. */
  stateFor(principal: Principal): BoardState {
    const { state } = this
    return state === 'live' && this.#isLocked(principal) ? 'locked' : state
  }

  get busy(): boolean {
    return this.#inFlight.size > 0
  }

  /** Resolves when what has been admitted up to now is stored and applied, or failed. */
  async idle(): Promise<void> {
    await Promise.all(this.#inFlight)
  }

  /** Rows have gathered that a checkpoint is to take the place of: many, or a few large ones that overwrote each other. */
  get wantsFolding(): boolean {
    return this.rowsSinceCheckpoint >= foldRows || this.#rowBytes - this.#rowBytesFolding >= foldBytes
  }
  /** The rows up to now are being folded into a checkpoint. */
  folding(): void {
    this.rowsSinceCheckpoint = 0
    this.#rowBytesFolding = this.#rowBytes
  }
  folded(checkpointBytes: number): void {
    this.#checkpointBytes = checkpointBytes
    this.#rowBytes -= this.#rowBytesFolding
    this.#rowBytesFolding = 0
  }

  /** An update from outside: judged, stored, applied. */
  take(update: Uint8Array, principal: Principal): Promise<Verdict> {
    return this.#admit(update, principal, (admitted) => [admitted.bytes])
  }

  /** The server's own hand: these updates as they are, in one transaction. */
  takeOwn(updates: readonly Uint8Array[]): Promise<Verdict> {
    const [only] = updates
    const whole = updates.length === 1 && only !== undefined ? only : Y.mergeUpdates([...updates])
    return this.#admit(whole, serverPrincipal, () => updates)
  }

  async #admit(
    update: Uint8Array,
    principal: Principal,
    chunksOf: (admitted: Admitted) => readonly Uint8Array[],
  ): Promise<Verdict> {
    for (;;) {
      // From here to the queue nothing is awaited: what is judged is judged against what it will be applied to.
      if (this.fenced) return unavailable('rebuilding')
      const verdict = gate(this.document, update, {
        trusted: principal === serverPrincipal,
        ownershipOf: (clientId) => this.#ownership(clientId, principal),
      })
      const stop = this.#stop(verdict, principal)
      if (stop !== undefined) return stop
      if (this.#isEarly(verdict)) {
        await this.idle()
        continue
      }
      if (verdict.kind !== 'new') return verdict
      const claims = verdict.claims.map((clientId) => ({ clientId, principalId: principal.id }))
      const entries = chunksOf(verdict).map((bytes, index) => ({
        boardId: this.boardId,
        bytes,
        claims: index === 0 ? claims : [],
      }))
      for (const claim of claims) this.#storage.clients.claim(this.boardId, claim)
      return this.#store(entries, verdict)
    }
  }

  /** Whether rows that are just being stored would change the judgement: the same person's, from another socket. */
  #isEarly(verdict: GateVerdict): boolean {
    if (verdict.kind === 'gap') return this.#pendingClients.has(verdict.on)
    if (verdict.kind !== 'new') return false
    return [...verdict.reach.keys()].some((clientId) => this.#pendingClients.has(clientId))
  }

  #ownership(clientId: number, principal: Principal): 'own' | 'free' | 'foreign' {
    const owner = this.#storage.clients.ownerOf(this.boardId, clientId)
    if (owner === undefined) return 'free'
    return owner === principal.id ? 'own' : 'foreign'
  }

  #stop(verdict: GateVerdict, principal: Principal): Verdict | undefined {
    const news = verdict.kind === 'new'
    // While nothing can be stored, a resync would only bring the same again.
    if (this.storageFails && (news || verdict.kind === 'gap')) return unavailable('storageUnavailable')
    // The same: what was typed meanwhile comes whole once the lock is gone.
    if (verdict.kind === 'gap' && this.#isLocked(principal)) return unavailable('boardLocked')
    if (!news) return undefined
    if (this.closing) return unavailable('shuttingDown')
    if (this.final) return refused('boardFinal')
    if (this.freezing) return unavailable('finalizing')
    if (this.#isLocked(principal)) return unavailable('boardLocked')
    if (
      this.#checkpointBytes + this.#rowBytes + verdict.bytes.length > limits.boardBytes &&
      verdict.reach.size > 0
    ) {
      return refused('boardFull', { limitMB: limits.boardBytes / 1_000_000 })
    }
    if (verdict.itemsAdded > 0 && this.#items + verdict.itemsAdded > limits.itemsPerBoard) {
      this.#items = countItems(this.document)
      if (this.#items + verdict.itemsAdded > limits.itemsPerBoard) {
        return refused('tooManyItems', { limit: limits.itemsPerBoard })
      }
    }
    return undefined
  }

  #store(entries: readonly LogEntry[], admitted: Admitted): Promise<Verdict> {
    const clientIds = [...admitted.reach.keys()]
    for (const clientId of clientIds) this.#pendingClients.add(clientId)
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0)
    const done = new Promise<Verdict>((resolve) => {
      this.#writer.enqueue({
        entries,
        stored: (seqs) => {
          this.#rowBytes += bytes
          this.#items += admitted.itemsAdded
          this.#applyAll(entries, seqs, admitted)
          resolve({ kind: 'committed' })
        },
        failed: (error) => {
          this.#events.storageFailed(this, bytes, error)
          resolve(unavailable('storageUnavailable'))
        },
      })
    }).finally(() => {
      for (const clientId of clientIds) this.#pendingClients.delete(clientId)
      this.#inFlight.delete(done)
      if (!this.busy) this.#events.settled(this)
    })
    this.#inFlight.add(done)
    return done
  }

  #applyAll(entries: readonly LogEntry[], seqs: readonly number[], { reach }: Admitted): void {
    entries.forEach(({ bytes }, index) => {
      const seq = seqs[index]
      // Behind a fence the row waits in the log for the rebuilt document.
      if (this.fenced || seq === undefined) return
      const isLast = index === entries.length - 1
      const error = apply(this.document, bytes, isLast ? reach : undefined)
      if (error === undefined) this.appliedSeq = seq
      else this.#events.poisoned(this, seq, [...reach.keys()], error)
    })
    this.rowsSinceCheckpoint += entries.length
    if (this.fenced) return
    this.#flushSoon()
    this.#events.advanced(this)
  }

  /** Broadcasts the turn's updates as one frame, without the delay that presence is gathered for. */
  #flushSoon(): void {
    if (this.#flushing) return
    this.#flushing = true
    afterThisTurn(() => {
      this.#flushing = false
      if (!this.fenced && !this.document.isDestroyed) this.document.flush()
    })
  }
}

export function freshClientId(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}

function countItems(document: Y.Doc): number {
  let count = 0
  for (const { name, kind } of documentRules.roots) {
    if (kind !== 'map') continue
    for (const item of document.share.get(name)?._map.values() ?? []) {
      if (!item.deleted && item.content instanceof Y.ContentType) count += 1
    }
  }
  return count
}
