import type { ImportPiece } from '@kintsugi/board'
import { type BoardItem, type BoardSnapshot, boardParts } from '@kintsugi/model'

/**
 * Characters of JSON in a piece. Small enough that writing one (Yjs, snapshot, what listens) does not hold up the page,
 * large enough that ten thousand items do not need more messages than the server takes.
 */
const pieceSize = 30_000
const linksAtOnce = 200

/** A draft in pieces: items, then what joins and places them, then what it says of the incident. */
export function* piecesOf(draft: BoardSnapshot): Generator<ImportPiece, void> {
  for (const part of boardParts) {
    let items: BoardItem[] = []
    let size = 0
    for (const item of draft[part] as BoardItem[]) {
      items.push(item)
      size += JSON.stringify(item).length
      if (size < pieceSize) continue
      yield { [part]: items }
      items = []
      size = 0
    }
    if (items.length > 0) yield { [part]: items }
  }
  for (let from = 0; from < draft.links.length; from += linksAtOnce)
    yield { links: draft.links.slice(from, from + linksAtOnce) }
  const placements = Object.entries(draft.placements)
  for (let from = 0; from < placements.length; from += linksAtOnce)
    yield { placements: Object.fromEntries(placements.slice(from, from + linksAtOnce)) }
  yield { incident: draft.incident }
}
