import type { BoardId } from '@kintsugi/model'

/** Whoever wants to hear that a board changed, without holding it open. */
export class Watchers {
  readonly #listeners = new Map<BoardId, Set<() => void>>()

  add(boardId: BoardId, listener: () => void): () => void {
    const listeners = this.#listeners.get(boardId) ?? new Set()
    this.#listeners.set(boardId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(boardId) === listeners) this.#listeners.delete(boardId)
    }
  }

  tell(boardId: BoardId): void {
    for (const listener of [...(this.#listeners.get(boardId) ?? [])]) listener()
  }
}
