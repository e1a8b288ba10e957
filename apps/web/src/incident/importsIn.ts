import { type BoardItem, type BoardSnapshot, boardParts, type ItemId } from '@kintsugi/model'
import { firstLineOf } from '../board/firstLine.ts'

/** What is left on the board of one import. */
export interface BoardImport {
  readonly batch: ItemId
  readonly count: number
  /** What its first item reads: people know an import by its content, not by its id. */
  readonly begins: string
}

/** People last: an import is known better by what happened than by who is named in it. */
const parts = [...boardParts.filter((part) => part !== 'people'), 'people'] as const

/** The imports on a board, in reading order of their first items. */
export function importsIn(snapshot: BoardSnapshot): BoardImport[] {
  const found = new Map<ItemId, BoardImport>()
  for (const part of parts) {
    for (const item of snapshot[part]) {
      const batch = batchOf(item)
      if (batch === null) continue
      const before = found.get(batch)
      found.set(batch, {
        batch,
        count: (before?.count ?? 0) + 1,
        // Somebody may have emptied the first text since.
        begins: before?.begins || nameOf(item),
      })
    }
  }
  return [...found.values()]
}

function batchOf(item: BoardItem): ItemId | null {
  if ('source' in item) return item.source?.batch ?? null
  return 'batch' in item ? item.batch : null
}

function nameOf(item: BoardItem): string {
  if ('text' in item) return firstLineOf(item.text)
  return 'name' in item ? item.name : ''
}
