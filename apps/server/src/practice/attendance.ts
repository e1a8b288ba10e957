import type { BoardId } from '@kintsugi/model'
import type { Member } from '@kintsugi/protocol'

/** Who loads the page again, or changes networks, is back by then; until then nothing of theirs is taken away. */
export const graceMs = 15_000
/** Whoever is gone for so long does not hold a role against those who are there; theirs it stays until somebody takes it. */
export const awayMs = 10_000
/** Within this everybody's client has found a restarted server again. */
export const returnMs = 60_000

/** `away` are those of the gone who do not hold a role against others; `names`: of all. */
type Presence = {
  here: Set<string>
  goneAt: Map<string, number>
  away: Set<string>
  names: Map<string, string>
}

/** Who holds a board open, and for how long those are gone who did. */
export class Attendance {
  readonly #members: (boardId: BoardId) => readonly Member[]
  readonly #now: () => number
  readonly #gone: (boardId: BoardId, principal: string) => void
  readonly #awayChanged: (boardId: BoardId, principal: string | null) => void
  /** Before, nobody can say who of those that have not come is away. */
  #hasWaited = false
  readonly #boards = new Map<BoardId, Presence>()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(parts: {
    members: (boardId: BoardId) => readonly Member[]
    now: () => number
    /** Somebody has not come back within the grace. */
    gone: (boardId: BoardId, principal: string) => void
    /** Somebody is away now, or no longer; null: whoever has not come since the restart. */
    awayChanged: (boardId: BoardId, principal: string | null) => void
  }) {
    this.#members = parts.members
    this.#now = parts.now
    this.#gone = parts.gone
    this.#awayChanged = parts.awayChanged
    this.#timer(returnMs, () => {
      this.#hasWaited = true
      for (const boardId of this.#boards.keys()) this.#awayChanged(boardId, null)
    })
  }

  /** Somebody came, or went. */
  noticed(boardId: BoardId): void {
    const before: Presence = this.#boards.get(boardId) ?? {
      ...{ here: new Set(), goneAt: new Map(), away: new Set(), names: new Map() },
    }
    const members = this.#members(boardId)
    const here = new Set(members.map(({ principal }) => principal))
    const back = [...here].filter((principal) => this.isAway(boardId, principal))
    for (const { principal, name } of members) before.names.set(principal, name)
    for (const principal of here) {
      before.goneAt.delete(principal)
      before.away.delete(principal)
    }
    for (const principal of before.here) {
      if (here.has(principal)) continue
      before.goneAt.set(principal, this.#now())
      this.#after(graceMs, boardId, principal, () => this.#gone(boardId, principal))
      this.#after(awayMs, boardId, principal, () => {
        this.#boards.get(boardId)?.away.add(principal)
        this.#awayChanged(boardId, principal)
      })
      this.#after(returnMs, boardId, principal, () => this.#forget(boardId, principal))
    }
    if (here.size + before.goneAt.size > 0) this.#boards.set(boardId, { ...before, here })
    for (const principal of back) this.#awayChanged(boardId, principal)
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
    return presence?.goneAt.has(principal) ? presence.away.has(principal) : this.#hasWaited
  }

  #after(ms: number, boardId: BoardId, principal: string, act: () => void): void {
    const left = this.#boards.get(boardId)?.goneAt.get(principal) ?? this.#now()
    this.#timer(ms, () => {
      // Came back meanwhile, and perhaps went again: then another timer runs.
      if (this.#boards.get(boardId)?.goneAt.get(principal) === left) act()
    })
  }

  #timer(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      act()
    }, ms).unref()
    this.#timers.add(timer)
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #forget(boardId: BoardId, principal: string): void {
    const presence = this.#boards.get(boardId)
    presence?.goneAt.delete(principal)
    presence?.away.delete(principal)
    if (presence && !presence.here.has(principal)) presence.names.delete(principal)
    if (presence && presence.here.size === 0 && presence.goneAt.size === 0) this.#boards.delete(boardId)
  }
}
