import { openBoard, titleOf } from '@kintsugi/board'
import type { BoardId } from '@kintsugi/model'
import type { Logger } from 'pino'
import type { Storage } from '../storage/storage.ts'
import { newId } from './newId.ts'
import type { Room } from './room.ts'

const pause = 1000

/** Keeps the lists' copy of each board's title, a little behind. */
export class Titles {
  readonly #storage: Pick<Storage, 'setTitle'>
  readonly #log: Logger
  readonly #due = new Map<BoardId, Room>()
  readonly #known = new WeakMap<Room, string>()
  #timer: NodeJS.Timeout | undefined

  constructor(storage: Pick<Storage, 'setTitle'>, log: Logger) {
    this.#storage = storage
    this.#log = log
  }

  note(room: Room): void {
    this.#due.set(room.boardId, room)
    this.#timer ??= setTimeout(() => this.#write(), pause).unref()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#write()
  }

  #write(): void {
    this.#timer = undefined
    for (const [boardId, room] of this.#due) {
      const title = titleOf(openBoard(room.document, { newId }))
      if (this.#known.get(room) === title) continue
      try {
        this.#storage.setTitle(boardId, title)
        this.#known.set(room, title)
      } catch (error) {
        // The next edit tries again; the document has the title in any case.
        this.#log.warn({ err: error, board: boardId }, 'the title could not be copied')
      }
    }
    this.#due.clear()
  }
}
