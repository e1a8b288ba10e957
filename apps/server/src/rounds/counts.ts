import type { BoardId, ItemId } from '@kintsugi/model'
import type { KeptRounds } from '../storage/rounds.ts'

/**
 * How many notes or votes are in, as it is told. If the number rose as a note comes in, everybody could see whose hand had
 * just left the keyboard. So it is looked at with a beat that nobody's act moves, and only then told; between two beats it
 * stays what it was, whatever else is told meanwhile. Nothing is written when something comes in.
 */
export class Counts {
  readonly #kept: Pick<KeptRounds, 'addRefusals'>
  readonly #countOf: (id: ItemId) => number
  readonly #told = new Map<ItemId, number>()
  readonly #moved = new Map<ItemId, BoardId>()
  readonly #refused = new Map<ItemId, Map<string, number>>()

  constructor(kept: Pick<KeptRounds, 'addRefusals'>, countOf: (id: ItemId) => number) {
    this.#kept = kept
    this.#countOf = countOf
  }

  told(id: ItemId): number {
    return this.#told.get(id) ?? this.look(id)
  }
  /** A phase begins or ends: what is told is so. */
  look(id: ItemId): number {
    const count = this.#countOf(id)
    this.#told.set(id, count)
    return count
  }
  forget(id: ItemId): void {
    this.#told.delete(id)
    this.#moved.delete(id)
  }

  taken(boardId: BoardId, id: ItemId): void {
    // What was in before is what has been told: looked at now, it would have this one in it.
    this.#moved.set(id, boardId)
  }
  refused(id: ItemId, code: string): void {
    const codes = this.#refused.get(id) ?? new Map<string, number>()
    this.#refused.set(id, codes.set(code, (codes.get(code) ?? 0) + 1))
  }

  /** Looks at what has come in since the last beat; the boards on which the number is another one now. */
  beat(): Set<BoardId> {
    const boards = new Set<BoardId>()
    for (const [id, boardId] of this.#moved) {
      const before = this.#told.get(id)
      // Of a round that is over no number is told.
      if (before !== undefined && this.look(id) !== before) boards.add(boardId)
      this.#moved.delete(id)
    }
    return boards
  }

  keepRefusals(): void {
    const counts = [...this.#refused].flatMap(([id, codes]) =>
      [...codes].map(([code, count]) => [id, code, count] as const),
    )
    if (counts.length === 0) return
    this.#kept.addRefusals(counts)
    this.#refused.clear()
  }
}
