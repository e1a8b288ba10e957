import { coverOf } from '@kintsugi/analysis'
import { openBoard, readSnapshot } from '@kintsugi/board'
import type { BoardId, BoardSnapshot } from '@kintsugi/model'
import type { Glance } from '@kintsugi/protocol'
import type { Logger } from 'pino'
import type { Storage } from '../storage/storage.ts'
import { newId } from './newId.ts'
import type { Room } from './room.ts'

/** Reading a whole board takes up to 200 ms at 10,000 items; a list may be this far behind. */
const pauseMs = 2000

export function glanceAt(snapshot: BoardSnapshot): Glance {
  const { severity, services } = snapshot.incident
  return { mended: coverOf(snapshot).mended, severity, services }
}

/** Keeps the lists' copy of each board's title and of what a card shows, a little behind. */
export class Glances {
  readonly #storage: Pick<Storage, 'setGlance'>
  readonly #log: Logger
  readonly #due = new Map<BoardId, Room>()
  readonly #known = new WeakMap<Room, string>()
  #timer: NodeJS.Timeout | undefined

  constructor(storage: Pick<Storage, 'setGlance'>, log: Logger) {
    this.#storage = storage
    this.#log = log
  }

  note(room: Room): void {
    this.#due.set(room.boardId, room)
    this.#timer ??= setTimeout(() => this.#write(), pauseMs).unref()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#write()
  }

  #write(): void {
    this.#timer = undefined
    for (const room of this.#due.values()) {
      try {
        this.#copy(room)
      } catch (error) {
        // The next edit tries again; the document has it in any case. Nothing above us would catch it.
        this.#log.warn({ err: error, board: room.boardId }, 'the glance could not be copied')
      }
    }
    this.#due.clear()
  }

  #copy(room: Room): void {
    const snapshot = readSnapshot(openBoard(room.document, { newId }))
    const { title } = snapshot.incident
    const glance = glanceAt(snapshot)
    const known = JSON.stringify([title, glance])
    if (this.#known.get(room) === known) return
    this.#storage.setGlance(room.boardId, title, glance)
    this.#known.set(room, known)
  }
}
