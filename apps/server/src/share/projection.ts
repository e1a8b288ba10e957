import { createHash } from 'node:crypto'
import type { BoardId, BoardSnapshot } from '@kintsugi/model'
import type { BoardState } from '@kintsugi/protocol'
import type { Language } from '@kintsugi/words'
import { type Rendered, renderedOf } from '../http/rendered.ts'
import { unnamed } from './unnamed.ts'

/** What a live page says of itself. `version` changes with what can be read, and with nothing else. */
export type Standing = { version: string; changedAt: string; state: BoardState; editing: number }

export type LivePage = { standing: Standing; page: Rendered }

export type ProjectionParts = {
  snapshot(): Promise<BoardSnapshot>
  state(): Promise<BoardState>
  present(): number
  render(snapshot: BoardSnapshot, standing: Standing, language: Language): string
  /** Runs work that blocks the server when its turn has come; `took` is how long it did. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  now(): number
  /** What can be read, or what the board is, changed. */
  moved(standing: Standing): void
  failed(error: unknown): void
}

const pauseMs = 500
/** Rendering one board takes a fifth of the server's time at most. */
const rest = 4

/**
 * One board as its readers see it: rendered once a language for all of them, at most twice a second and less often
 * where it takes long, and only while somebody reads.
 */
export class Projection {
  readonly boardId: BoardId
  /** When somebody last asked. */
  usedAt: number
  readonly #parts: ProjectionParts
  readonly #pages = new Map<Language, { version: string; page: Promise<Rendered> }>()
  #read: { snapshot: BoardSnapshot; standing: Standing } | undefined
  #reading: Promise<void> | undefined
  #stale = true
  #readNext = 0
  #timer: NodeJS.Timeout | undefined
  #closed = false
  /** How many follow; without any a change waits for the next who asks. */
  #followers = 0

  constructor(boardId: BoardId, parts: ProjectionParts) {
    this.boardId = boardId
    this.#parts = parts
    this.usedAt = parts.now()
  }

  /** The board changed, or became final, or live again. */
  touch(): void {
    this.#stale = true
    if (this.#followers > 0) this.#soon()
  }

  follow(): () => void {
    this.#followers += 1
    if (this.#stale) this.#soon()
    let following = true
    return () => {
      if (following) this.#followers -= 1
      following = false
    }
  }
  get followed(): boolean {
    return this.#followers > 0
  }

  /** Half a second old at most, or as old as a large board's pause. Throws CollabProblem `boardUnknown`. */
  async page(language: Language): Promise<LivePage> {
    this.usedAt = this.#parts.now()
    if (this.#read === undefined || (this.#stale && performance.now() >= this.#readNext))
      await this.#refresh()
    return this.#rendered(language)
  }

  /** Throws CollabProblem `boardUnknown`. */
  async standing(): Promise<Standing> {
    this.usedAt = this.#parts.now()
    if (this.#read === undefined) await this.#refresh()
    return this.#current().standing
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #soon(): void {
    if (this.#timer !== undefined || this.#closed) return
    const wait = Math.max(0, this.#readNext - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#closed || !this.#stale || !this.followed) return
      // The board was read since this was set, and rests after that.
      if (performance.now() < this.#readNext) return this.#soon()
      this.#refresh().catch((error: unknown) => this.#parts.failed(error))
    }, wait)
  }

  /** Everybody who asks meanwhile waits for the same. */
  #refresh(): Promise<void> {
    this.#reading ??= this.#parts
      .inTurn(() => this.#readNow())
      .finally(() => {
        this.#reading = undefined
        if (this.#stale && this.followed) this.#soon()
      })
    return this.#reading
  }

  async #readNow(): Promise<void> {
    const { snapshot: take, state, present, now, moved } = this.#parts
    this.#stale = false
    const begun = performance.now()
    try {
      const snapshot = unnamed(await take(), this.boardId)
      const before = this.#read?.standing
      const version = createHash('sha256').update(JSON.stringify(snapshot)).digest('base64url').slice(0, 16)
      const same = before?.version === version
      const changedAt = same ? before.changedAt : new Date(now()).toISOString()
      const standing = { version, changedAt, state: await state(), editing: present() }
      this.#read = { snapshot, standing }
      // For those who will fetch it now, so that its cost is known before the next.
      if (this.followed && !same) for (const language of this.#pages.keys()) await this.#rendered(language)
      if (before === undefined || !same || before.state !== standing.state) moved(standing)
    } catch (error) {
      this.#stale = true
      throw error
    } finally {
      const took = performance.now() - begun
      this.#readNext = performance.now() + Math.max(pauseMs, rest * took)
    }
  }

  async #rendered(language: Language): Promise<LivePage> {
    const { snapshot, standing } = this.#current()
    const version = `${standing.version} ${standing.state}`
    const found = this.#pages.get(language)
    if (found?.version === version) return { standing, page: await found.page }
    const begun = performance.now()
    const page = Promise.resolve()
      .then(() => renderedOf(this.#parts.render(snapshot, standing, language)))
      .finally(() => {
        const now = performance.now()
        this.#readNext = Math.max(this.#readNext, now + rest * (now - begun))
      })
    this.#pages.set(language, { version, page })
    page.catch(() => this.#pages.delete(language))
    return { standing, page: await page }
  }

  #current(): { snapshot: BoardSnapshot; standing: Standing } {
    if (this.#read === undefined) throw new Error('invariant: a projection is read before it is shown')
    return this.#read
  }
}
