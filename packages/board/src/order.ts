import {
  type BoardPart,
  compareText,
  type ItemId,
  type KptColumn,
  type KptSlot,
  kptSlotSchema,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { type Between, indexBetween, ranksAt } from './ranks.ts'
import { type Board, type Things, things } from './shape.ts'

type RankedPart = Extract<BoardPart, 'people' | 'timeline' | 'causes' | 'actions' | 'checklist'>
type Placed = { id: ItemId; rank: string; item: Things }

const byRank = (a: Placed, b: Placed): number => compareText(a.rank, b.rank) || compareText(a.id, b.id)

export function itemsOf(board: Board, part: BoardPart): [ItemId, Things][] {
  return [...things(board, part).entries()].flatMap(([id, item]): [ItemId, Things][] =>
    item instanceof Y.Map ? [[id, item as Things]] : [],
  )
}

function ranked(board: Board, part: RankedPart): Placed[] {
  return itemsOf(board, part)
    .map(([id, item]) => ({ id, rank: String(item.get('rank') ?? 'a0'), item }))
    .sort(byRank)
}

/** Ranks behind everything there is. */
export function lastRanks(board: Board, part: RankedPart, count: number): string[] {
  const list = ranked(board, part)
  return ranksAt(list, list.length, count).fresh
}
export const lastRank = (board: Board, part: RankedPart): string => lastRanks(board, part, 1)[0] ?? 'a0'

export function moveRanked(board: Board, part: RankedPart, id: ItemId, between: Between): boolean {
  const item = things(board, part).get(id)
  if (!(item instanceof Y.Map)) return false
  const others = ranked(board, part).filter((other) => other.id !== id)
  const { fresh, renewed } = ranksAt(others, indexBetween(others, between), 1)
  for (const { id: other, rank } of renewed) others.find((o) => o.id === other)?.item.set('rank', rank)
  item.set('rank', fresh[0] ?? 'a0')
  return true
}

export function slotOf(item: Things): KptSlot {
  const slot = kptSlotSchema.safeParse(item.get('slot'))
  return slot.success ? slot.data : { column: 'keep', rank: 'a0' }
}
function inColumn(board: Board, column: KptColumn): Placed[] {
  return [...itemsOf(board, 'kptNotes'), ...itemsOf(board, 'kptGroups')]
    .map(([id, item]) => ({ id, item, slot: slotOf(item) }))
    .filter(({ slot }) => slot.column === column)
    .map(({ id, item, slot }) => ({ id, item, rank: slot.rank }))
    .sort(byRank)
}

/** Slots at the end of a column. Notes and groups share a column's ranks. */
export function lastSlots(board: Board, column: KptColumn, count: number): KptSlot[] {
  const list = inColumn(board, column)
  return ranksAt(list, list.length, count).fresh.map((rank) => ({ column, rank }))
}
export const lastSlot = (board: Board, column: KptColumn): KptSlot =>
  lastSlots(board, column, 1)[0] ?? { column, rank: 'a0' }

/** Puts what stands for itself in a column (groups, and notes in none) in the order of its score; notes follow their group. */
export function sortColumn(board: Board, column: KptColumn, scoreOf: (id: ItemId) => number): void {
  const list = inColumn(board, column)
  const groups = new Set(list.flatMap(({ id }) => (things(board, 'kptGroups').has(id) ? [id] : [])))
  const groupOf = ({ item }: Placed): string | undefined => {
    const group = item.get('groupId')
    return typeof group === 'string' && groups.has(group) ? group : undefined
  }
  const topics = list.filter((placed) => groupOf(placed) === undefined)
  const sorted = topics.toSorted((a, b) => scoreOf(b.id) - scoreOf(a.id))
  const whole = sorted.flatMap((topic) => [topic, ...list.filter((placed) => groupOf(placed) === topic.id)])
  if (whole.every((placed, index) => placed === list[index])) return
  const { fresh } = ranksAt([], 0, whole.length)
  whole.forEach(({ item, rank }, index) => {
    if (rank !== fresh[index]) item.set('slot', { column, rank: fresh[index] ?? rank })
  })
}

export function moveToSlot(
  board: Board,
  id: ItemId,
  item: Things,
  column: KptColumn,
  between: Between,
): void {
  const others = inColumn(board, column).filter((other) => other.id !== id)
  const { fresh, renewed } = ranksAt(others, indexBetween(others, between), 1)
  for (const { id: other, rank } of renewed) {
    others.find((o) => o.id === other)?.item.set('slot', { column, rank })
  }
  item.set('slot', { column, rank: fresh[0] ?? 'a0' })
}
