import { boardParts, type ItemId } from '@kintsugi/model'
import * as Y from 'yjs'
import { Doomed } from './doomed.ts'
import { type Board, docOf, rootNames, things } from './shape.ts'

type Container = Y.ContentType['type']
export type Step = Y.UndoManager['undoStack'][number]

/** What undoing a step must leave alone, so that nobody else's words go with it. */
export type Kept = {
  /** Items on the board that stay as they are, or keep a block of text (`incident` for the incident's texts). */
  ids: Set<ItemId>
  /** Whether undo may delete this piece of the document; asked within undo's transaction, inner pieces first. */
  mayDelete(piece: Y.Item): boolean
}

function* livePieces(type: Container): Generator<Y.Item> {
  for (const piece of type._map.values()) if (!piece.deleted) yield* pieceAndBelow(piece)
  for (let piece = type._start; piece !== null; piece = piece.right) {
    if (!piece.deleted) yield* pieceAndBelow(piece)
  }
}
function* pieceAndBelow(piece: Y.Item): Generator<Y.Item> {
  yield piece
  if (piece.content instanceof Y.ContentType) yield* livePieces(piece.content.type)
}

/** The piece directly below a root that a piece lies in, or is. */
export function topOf(piece: Y.Item): Y.Item {
  let top = piece
  for (;;) {
    const parent: unknown = top.parent
    const above = parent instanceof Y.AbstractType ? parent._item : null
    if (above === null) return top
    top = above
  }
}

/** The items that the step added and that hold anything else by now than what the step put there. */
function* writtenIn(board: Board, doomed: Doomed): Generator<[ItemId, Y.Item]> {
  for (const part of boardParts) {
    for (const [id, item] of things(board, part)._map) {
      if (item.deleted || !(item.content instanceof Y.ContentType) || !doomed.holds(item)) continue
      if (livePieces(item.content.type).some((piece) => !doomed.holds(piece))) yield [id, item]
    }
  }
}

/**
 * An item that somebody else has written in is kept whole, and with it the step's links to it and its placement. In a
 * text, a block that the step added stays while there are words of others in it.
 */
export function keptBy(board: Board, step: Step): Kept {
  const doc = docOf(board)
  const names = rootNames(board)
  const doomed = new Doomed(doc, step.insertions)
  const items = new Map(writtenIn(board, doomed))
  const ids = new Set(items.keys())

  const mayDelete = (piece: Y.Item): boolean => {
    const top = topOf(piece)
    if (top.parentSub !== null && items.get(top.parentSub) === top) return false
    const root = names.get(top.parent)
    const hangsOn = root === 'links' || root === 'placements' ? (top.parentSub ?? '').split(':') : []
    if (hangsOn.some((id) => items.has(id))) return false
    if (!doomed.holds(piece)) cutBehind(doc, piece, doomed.lengthAt(piece.id))
    // What is still alive in a block once one's own content in it is gone is somebody else's.
    if (!(piece.content instanceof Y.ContentType) || piece.parentSub !== null) return true
    if (livePieces(piece.content.type).next().done === true) return true
    ids.add(top.parentSub ?? 'incident')
    return false
  }
  return { ids, mayDelete }
}

/** A copy of one's own words may have merged with a copy of others' behind it: undo is to take the former alone. */
function cutBehind(doc: Y.Doc, piece: Y.Item, length: number): void {
  const transaction = doc._transaction
  if (transaction !== null)
    Y.getItemCleanStart(transaction, Y.createID(piece.id.client, piece.id.clock + length))
}
