import * as Y from 'yjs'

type Ranges = Y.UndoManager['undoStack'][number]['insertions']

/**
 * The content that undoing a step would delete: what the step inserted and is still there, or the copies that an undo
 * has made of that. As ranges of ids, because Yjs merges pieces (also a copy of others' words with one of ours) and
 * cuts them again.
 */
export class Doomed {
  readonly #ranges = new Map<number, { from: number; to: number }[]>()

  constructor(doc: Y.Doc, insertions: Ranges) {
    // This cuts pieces at borders, and merges them again at its end; nothing changes by it.
    doc.transact((transaction) => {
      let found: Y.Item[] = []
      const collect = (ranges: Ranges): void =>
        Y.iterateDeletedStructs(transaction, ranges, (struct) => {
          if (struct instanceof Y.Item) found.push(struct)
        })
      collect(insertions)
      while (found.length > 0) {
        const pieces = found
        found = []
        for (const piece of pieces) {
          if (piece.redone !== null) collect(rangeOf(piece.redone, piece.length))
          else if (!piece.deleted) this.#add(piece.id, piece.length)
        }
      }
    })
    for (const [client, ranges] of this.#ranges) this.#ranges.set(client, joined(ranges))
  }

  #add(id: Y.ID, length: number): void {
    const ranges = this.#ranges.get(id.client) ?? []
    this.#ranges.set(id.client, ranges)
    ranges.push({ from: id.clock, to: id.clock + length })
  }

  /** How much of what begins at `id` is doomed without a gap. */
  lengthAt(id: Y.ID): number {
    const ranges = this.#ranges.get(id.client) ?? []
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.to ?? 0) <= id.clock) low = middle + 1
      else high = middle
    }
    const range = ranges[low]
    return range !== undefined && range.from <= id.clock ? range.to - id.clock : 0
  }

  holds(piece: Y.Item): boolean {
    return this.lengthAt(piece.id) >= piece.length
  }
}

function rangeOf(id: Y.ID, length: number): Ranges {
  const ranges = Y.createDeleteSet()
  ranges.clients.set(id.client, [{ clock: id.clock, len: length }])
  return ranges
}

function joined(ranges: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const whole: { from: number; to: number }[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else whole.push({ ...range })
  }
  return whole
}
