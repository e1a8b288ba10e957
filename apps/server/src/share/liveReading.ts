import type { BoardId, BoardSnapshot } from '@kintsugi/model'
import type { Language } from '@kintsugi/words'
import type { Logger } from 'pino'
import { type Collab, CollabProblem } from '../collab/collab.ts'
import { takingTurns } from '../turns.ts'
import { type LivePage, Projection, type Standing } from './projection.ts'
import { type Follower, Streams } from './streams.ts'

const tickMs = 500
const beatEvery = 30
const presenceEvery = 4
const keptMs = 60_000
/** Of rendering all boards together, a third of the server's time at most. */
const rest = 2

type Followed = { projection: Projection; unwatch: () => void; told?: Standing }

/** Boards as readers follow them: one projection a board, and the streams that say that it moved. */
export class LiveReading {
  readonly #collab: Pick<Collab, 'snapshot' | 'state' | 'present' | 'watch'>
  readonly #render: (snapshot: BoardSnapshot, standing: Standing, language: Language) => string
  readonly #log: Pick<Logger, 'warn'>
  readonly #now: () => number
  readonly #boards = new Map<BoardId, Followed>()
  readonly #streams = new Streams()
  readonly #ticking: NodeJS.Timeout
  readonly #inTurn = takingTurns(rest)
  #ticks = 0

  constructor(parts: {
    collab: Pick<Collab, 'snapshot' | 'state' | 'present' | 'watch'>
    render: (snapshot: BoardSnapshot, standing: Standing, language: Language) => string
    log: Pick<Logger, 'warn'>
    now: () => number
  }) {
    this.#collab = parts.collab
    this.#render = parts.render
    this.#log = parts.log
    this.#now = parts.now
    this.#ticking = setInterval(() => this.#tick(), tickMs).unref()
  }

  get readers(): number {
    return this.#streams.count
  }

  /** Throws CollabProblem `boardUnknown`. */
  page(boardId: BoardId, language: Language): Promise<LivePage> {
    return this.#board(boardId).projection.page(language)
  }

  hasRoomFor(reader: Pick<Follower, 'linkId' | 'address'>): boolean {
    return this.#streams.hasRoomFor(reader)
  }

  /**
   * Server-sent events: `standing` now and whenever it changes, `end` when the link is no longer what it was. The place
   * is taken at once: those who ask at the same time are counted, and a link that ends meanwhile is heard of.
   */
  follow(follower: Follower): ReadableStream<Uint8Array<ArrayBuffer>> {
    const { boardId } = follower
    const board = this.#board(boardId)
    const { projection, told } = board
    const own = (one: Follower): boolean => one.cut === follower.cut
    const stream = this.#streams.open(follower, projection.follow())
    projection.standing().then(
      // Unless everybody was told meanwhile.
      (standing) => board.told === told && this.#streams.send(own, 'standing', standing),
      (error: unknown) => {
        this.#streams.end(own)
        this.#failed(boardId, error)
      },
    )
    return stream
  }

  /** Password, end or everything: those who read by this link have to ask anew. */
  linkChanged(linkId: string): void {
    this.#streams.end((follower) => follower.linkId === linkId)
  }

  close(): void {
    clearInterval(this.#ticking)
    this.#streams.closeAll()
    for (const boardId of this.#boards.keys()) this.#forget(boardId)
  }

  #board(boardId: BoardId): Followed {
    const found = this.#boards.get(boardId)
    if (found !== undefined) return found
    const collab = this.#collab
    const projection = new Projection(boardId, {
      snapshot: () => collab.snapshot(boardId),
      state: () => collab.state(boardId),
      present: () => collab.present(boardId),
      render: this.#render,
      inTurn: this.#inTurn,
      now: this.#now,
      moved: (standing) => this.#tell(boardId, standing),
      failed: (error) => this.#failed(boardId, error),
    })
    const board: Followed = { projection, unwatch: collab.watch(boardId, () => projection.touch()) }
    this.#boards.set(boardId, board)
    return board
  }

  #tell(boardId: BoardId, standing: Standing): void {
    const board = this.#boards.get(boardId)
    if (board !== undefined) board.told = standing
    this.#streams.send((follower) => follower.boardId === boardId, 'standing', standing)
  }

  #failed(boardId: BoardId, error: unknown): void {
    if (error instanceof CollabProblem && error.problem.code === 'boardUnknown') {
      this.#streams.end((follower) => follower.boardId === boardId)
      this.#forget(boardId)
    } else this.#log.warn({ err: error, board: boardId }, 'a board could not be rendered for its readers')
  }

  #tick(): void {
    this.#ticks += 1
    const now = this.#now()
    this.#streams.end((follower) => follower.until <= now)
    if (this.#ticks % beatEvery === 0) this.#streams.beat()
    if (this.#ticks % presenceEvery === 0) this.#tellPresence()
    for (const [boardId, { projection }] of this.#boards)
      if (!projection.followed && projection.usedAt + keptMs < now) this.#forget(boardId)
  }

  #tellPresence(): void {
    for (const [boardId, { projection, told }] of this.#boards) {
      if (told === undefined || !projection.followed) continue
      const editing = this.#collab.present(boardId)
      if (editing !== told.editing) this.#tell(boardId, { ...told, editing })
    }
  }

  #forget(boardId: BoardId): void {
    const board = this.#boards.get(boardId)
    this.#boards.delete(boardId)
    board?.unwatch()
    board?.projection.close()
  }
}
