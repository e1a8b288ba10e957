import type { Logger } from 'pino'
import type { Storage } from '../storage/storage.ts'
import type { Room } from './room.ts'

const pause = 1000
const smallest = 4096

/** Boards whose rows the disk does not take, and the asking whether it does again. */
export class Outage {
  readonly #storage: Pick<Storage, 'probe'>
  readonly #log: Logger
  /** What has to fit before the room is tried again. */
  readonly #rooms = new Map<Room, number>()
  readonly #changed: (room: Room) => void
  #timer: NodeJS.Timeout | undefined

  constructor(parts: { storage: Pick<Storage, 'probe'>; log: Logger; changed(room: Room): void }) {
    this.#storage = parts.storage
    this.#log = parts.log
    this.#changed = parts.changed
  }

  get lasts(): boolean {
    return this.#rooms.size > 0
  }

  began(room: Room, size: number, error: unknown): void {
    this.#rooms.set(room, Math.max(size, this.#rooms.get(room) ?? smallest))
    if (!room.storageFails) {
      room.storageFails = true
      this.#log.error({ err: error, board: room.boardId }, 'storage failed: the board takes no edits')
      this.#changed(room)
    }
    this.#timer ??= setInterval(() => this.#ask(), pause).unref()
  }

  gone(room: Room): void {
    this.#rooms.delete(room)
    this.#rest()
  }

  #ask(): void {
    for (const [room, size] of this.#rooms) {
      if (!this.#storage.probe(size)) continue
      this.#rooms.delete(room)
      room.storageFails = false
      this.#log.info({ board: room.boardId }, 'storage works again')
      this.#changed(room)
    }
    this.#rest()
  }

  #rest(): void {
    if (this.#rooms.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
