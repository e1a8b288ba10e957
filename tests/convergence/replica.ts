import {
  type Board,
  type BoardHistory,
  type BoardWatch,
  openBoard,
  openHistory,
  watchBoard,
} from '@kintsugi/board'
import { idFromBytes } from '@kintsugi/model'
import * as Y from 'yjs'
import { expectIdentity } from './invariants.ts'

export type Update = Uint8Array<ArrayBuffer>

/** One participant: an own copy of the document, what it has sent, and what is on its way to it. */
export class Replica {
  readonly index: number
  doc = new Y.Doc()
  board: Board
  watch: BoardWatch
  history: BoardHistory
  inbox: { from: number; update: Update }[] = []
  /** Replicas in one group reach each other; messages between groups wait. */
  group = 0
  transactions = 0
  notifications = 0
  readonly #ids: { next: number }
  readonly #send: (from: number, update: Update) => void
  #lives = 0

  constructor(index: number, send: (from: number, update: Update) => void, ids: { next: number }) {
    this.index = index
    this.#send = send
    this.#ids = ids
    ;({ board: this.board, watch: this.watch, history: this.history } = this.#open(this.doc))
  }

  #open(doc: Y.Doc) {
    doc.clientID = 1000 * (this.index + 1) + this.#lives
    const board = openBoard(doc, { newId: () => this.newId() })
    const watch = watchBoard(board)
    let before = watch.getSnapshot()
    watch.subscribe(() => {
      this.notifications += 1
      expectIdentity(before, watch.getSnapshot())
      before = watch.getSnapshot()
    })
    doc.on('afterTransaction', () => {
      this.transactions += 1
    })
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) this.#send(this.index, new Uint8Array(update))
    })
    return { board, watch, history: openHistory(board) }
  }

  newId(): string {
    this.#ids.next += 1
    const bytes = new Uint8Array(16)
    new DataView(bytes.buffer).setUint32(0, this.#ids.next * 2654435761)
    return idFromBytes(bytes)
  }

  /** As after closing and reopening the tab: the same content, another client id, no history. */
  restart(): void {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    this.history.stop()
    this.watch.destroy()
    this.doc.destroy()
    this.doc = doc
    this.#lives += 1
    ;({ board: this.board, watch: this.watch, history: this.history } = this.#open(doc))
  }

  /** What a provider does on connecting: each gives the other what it lacks. */
  exchange(other: Replica): void {
    const here = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(other.doc))
    const there = Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc))
    Y.applyUpdate(other.doc, here, 'network')
    Y.applyUpdate(this.doc, there, 'network')
  }
}
