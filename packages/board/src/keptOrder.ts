import {
  type BoardItem,
  type BoardPart,
  compareRanked,
  compareSlotted,
  compareText,
  compareTimelineEntries,
} from '@kintsugi/model'
import { itemsOf, slotOf } from './order.ts'
import { isRank } from './ranks.ts'
import type { Board } from './shape.ts'

export type RankedPart = Exclude<BoardPart, 'freeNotes'>
const rankOf = (item: BoardItem): string =>
  'slot' in item ? item.slot.rank : 'rank' in item ? item.rank : ''

function inOrder(part: RankedPart, items: readonly BoardItem[]): boolean {
  return items.every((item, i) => {
    const before = items[i - 1]
    if (before === undefined) return true
    if (part === 'timeline' && 'at' in before && 'at' in item) return compareTimelineEntries(before, item) < 0
    if ('slot' in before && 'slot' in item) return compareSlotted(before, item) < 0
    return 'rank' in before && 'rank' in item && compareRanked(before, item) < 0
  })
}

/** A list that ranks order: a part, or a column, which notes and groups share. */
const listOf = (part: RankedPart, item: BoardItem): string => ('slot' in item ? item.slot.column : part)

/** Which lists of a board were empty when an import began: what it brings there can stay in the order it has. */
export class KeptOrder {
  readonly #filled = new Set<string>()
  readonly #last = new Map<string, string>()
  /** Lists of this import that were given ranks of the board's making. */
  readonly #lost = new Set<string>()

  constructor(board: Board) {
    for (const part of ['people', 'timeline', 'causes', 'actions', 'checklist'] as const)
      if (itemsOf(board, part).length > 0) this.#filled.add(part)
    for (const part of ['kptNotes', 'kptGroups'] as const)
      for (const [, item] of itemsOf(board, part)) this.#filled.add(slotOf(item).column)
  }

  /** The highest rank by list where all items can keep theirs; null where they cannot. */
  keep(part: RankedPart, items: readonly BoardItem[]): ReadonlyMap<string, string> | null {
    const lists = new Set(items.map((item) => listOf(part, item)))
    const fits = (item: BoardItem): boolean => {
      const list = listOf(part, item)
      const rank = rankOf(item)
      if (this.#filled.has(list) || this.#lost.has(list) || !isRank(rank)) return false
      // Notes and groups lie among each other; anything else that comes later comes behind.
      return part === 'kptGroups' || compareText(rank, this.#last.get(list) ?? '') > 0
    }
    if (!items.every(fits) || !inOrder(part, items)) {
      for (const list of lists) this.#lost.add(list)
      return null
    }
    for (const item of items) {
      const list = listOf(part, item)
      const rank = rankOf(item)
      if (compareText(rank, this.#last.get(list) ?? '') > 0) this.#last.set(list, rank)
    }
    return new Map([...lists].map((list) => [list, this.#last.get(list) ?? '']))
  }
}
