import type { BoardId } from '@kintsugi/model'
import type { Member } from '@kintsugi/protocol'

/** Who loads the page again, or changes networks, is back by then; until then nothing of theirs is taken away. */
export const graceMs = 15_000
/** Whoever is gone for so long does not hold a role against those who are there. */
export const awayMs = 60_000

/** `names`: of both. */
type Presence = { here: Set<string>; goneAt: Map<string, number>; names: Map<string, string> }

/** Who holds a board open, and for how long those are gone who did. */
export class Attendance {
  readonly #members: (boardId: BoardId) => readonly Member[]
  readonly #now: () => number
  readonly #gone: (boardId: BoardId, principal: string) => void
  /** Before, nobody can say who was here. */
  readonly #since: number
  readonly #boards = new Map<BoardId, Presence>()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(parts: {
    members: (boardId: BoardId) => readonly Member[]
    now: () => number
    /** Somebody has not come back within the grace. */
    gone: (boardId: BoardId, principal: string) => void
  }) {
    this.#members = parts.members
    this.#now = parts.now
    this.#gone = parts.gone
    this.#since = parts.now()
  }

  /** Somebody came, or went. */
  noticed(boardId: BoardId): void {
    const before = this.#boards.get(boardId) ?? { here: new Set(), goneAt: new Map(), names: new Map() }
    const members = this.#members(boardId)
    const here = new Set(members.map(({ principal }) => principal))
    for (const { principal, name } of members) before.names.set(principal, name)
    for (const principal of here) before.goneAt.delete(principal)
    for (const principal of before.here) {
      if (here.has(principal)) continue
      before.goneAt.set(principal, this.#now())
      this.#after(graceMs, boardId, principal, () => this.#gone(boardId, principal))
      this.#after(awayMs, boardId, principal, () => this.#forget(boardId, principal))
    }
    if (here.size + before.goneAt.size > 0) this.#boards.set(boardId, { ...before, here })
  }

  /** Who is here, those included who may be back in a moment. */
  present(boardId: BoardId): ReadonlySet<string> {
    const { here, goneAt } = this.#boards.get(boardId) ?? { here: [], goneAt: new Map() }
    const back = [...goneAt].filter(([, at]) => this.#now() - at < graceMs)
    return new Set([...here, ...back.map(([principal]) => principal)])
  }

  /** The same with their names. */
  there(boardId: BoardId): Member[] {
    const names = this.#boards.get(boardId)?.names
    return [...this.present(boardId)].map((principal) => ({ principal, name: names?.get(principal) ?? '' }))
  }

  /** Whether somebody has been gone for so long that others may take their role. */
  isAway(boardId: BoardId, principal: string): boolean {
    const presence = this.#boards.get(boardId)
    if (presence?.here.has(principal)) return false
    return this.#now() - (presence?.goneAt.get(principal) ?? this.#since) >= awayMs
  }

  #after(ms: number, boardId: BoardId, principal: string, act: () => void): void {
    const left = this.#boards.get(boardId)?.goneAt.get(principal) ?? this.#now()
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      // Came back meanwhile, and perhaps went again: then another timer runs.
      if (this.#boards.get(boardId)?.goneAt.get(principal) === left) act()
    }, ms).unref()
    this.#timers.add(timer)
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #forget(boardId: BoardId, principal: string): void {
    const presence = this.#boards.get(boardId)
    presence?.goneAt.delete(principal)
    if (presence && !presence.here.has(principal)) presence.names.delete(principal)
    if (presence && presence.here.size === 0 && presence.goneAt.size === 0) this.#boards.delete(boardId)
  }
}
