import {
  type Board,
  type BoardHistory,
  type BoardWatch,
  openBoard,
  openHistory,
  watchBoard,
} from '@kintsugi/board'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { newId } from '../identity/newId.ts'
import { type AckLedger, createAckLedger } from './ackLedger.ts'
import { type DeviceStore, openDeviceStore } from './deviceStore.ts'

/** One local document of the board and what hangs on it. A session has one at a time, and a new one after a refusal. */
export interface Replica {
  readonly doc: Y.Doc
  readonly board: Board
  readonly watch: BoardWatch
  readonly history: BoardHistory
  readonly awareness: Awareness
  readonly ledger: AckLedger
  /** Ledger number of the latest edit made here (what came from the device is there already). */
  readonly typed: number
  readonly store: DeviceStore | null
  /** From now on every change is kept on this device. Resolves to whether the device had the board. */
  keepOnDevice(name: string): Promise<boolean>
  destroy(): void
}

const fromDevice = Symbol('from this device')

export function openReplica(): Replica {
  const doc = new Y.Doc()
  const ledger = createAckLedger()
  let typed = 0
  let store: DeviceStore | null = null
  // Registered before the provider's own listener: an edit is in the ledger before its frame is.
  doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) typed = ledger.edited()
    if (origin !== fromDevice) store?.keep(update, ledger.latest)
  })
  const board = openBoard(doc, { newId })
  const watch = watchBoard(board)
  const history = openHistory(board)
  const awareness = new Awareness(doc)

  return {
    doc,
    board,
    watch,
    history,
    awareness,
    ledger,
    get typed() {
      return typed
    },
    get store() {
      return store
    },
    async keepOnDevice(name) {
      const opened = openDeviceStore({ name, encodeWhole: () => Y.encodeStateAsUpdate(doc) })
      const rows = await opened.load()
      // Only now: what this document brings must not come back as something found on the device.
      store = opened
      if (!isEmpty(doc)) opened.keep(Y.encodeStateAsUpdate(doc), ledger.latest)
      if (rows.length === 0) return false
      // Whether the server has all of it, its answer will tell; counted first, because a document that is connected
      // already sends it while it is applied.
      ledger.edited()
      doc.transact(() => {
        for (const row of rows) Y.applyUpdate(doc, row, fromDevice)
      }, fromDevice)
      return true
    },
    destroy() {
      history.stop()
      watch.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

function isEmpty(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0
}
