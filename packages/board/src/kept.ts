import { type BoardPart, boardParts, type ItemId } from '@kintsugi/model'
import * as Y from 'yjs'
import { type Board, docOf, rootNames, things } from './shape.ts'

type Container = Y.ContentType['type']
export type Step = Y.UndoManager['undoStack'][number]

/** What undoing a step must leave alone, so that nobody else's words go with it. */
export type Kept = {
  /** Items on the board that stay as they are. */
  ids: Set<ItemId>
  /** Whether undo may delete this piece of the document. */
  mayDelete(piece: Y.Item): boolean
}

/** The pieces of the document that undoing a step deletes: what it inserted, or the copies that an undo made of that. */
function doomedBy(board: Board, step: Step): Set<Y.Item> {
  const doc = docOf(board)
  const doomed = new Set<Y.Item>()
  // The first pass only cuts pieces at the step's borders, as undo will; nothing changes by it.
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.insertions, () => {})
    Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
      if (!(struct instanceof Y.Item)) return
      let piece = struct
      while (piece.redone !== null) {
        const copy: unknown = Y.getItemCleanStart(transaction, piece.redone)
        if (!(copy instanceof Y.Item)) return
        piece = copy
      }
      if (!piece.deleted) doomed.add(piece)
    })
  })
  return doomed
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

/**
 * An item that the step added is kept whole once it holds anything else than what the step put there; with it stay the
 * step's links to it and its placement. In a text, a block that the step added stays while words of others are in it.
 */
export function keptBy(board: Board, step: Step): Kept {
  const parts = new Map<unknown, BoardPart>(boardParts.map((part) => [things(board, part), part]))
  const names = rootNames(board)
  const doomed = doomedBy(board, step)
  const ids = new Set<ItemId>()
  const keptItems = new Set<Y.Item>()
  for (const piece of doomed) {
    if (!(piece.content instanceof Y.ContentType) || !parts.has(piece.parent)) continue
    const pieces = livePieces(piece.content.type)
    if (piece.parentSub === null || !pieces.some((live) => !doomed.has(live))) continue
    ids.add(piece.parentSub)
    keptItems.add(piece)
  }

  const mayDelete = (piece: Y.Item): boolean => {
    const top = topOf(piece)
    if (keptItems.has(top)) return false
    const root = names.get(top.parent)
    if ((root === 'links' || root === 'placements') && top.parentSub?.split(':').some((id) => ids.has(id))) {
      return false
    }
    // Undo deletes what lies in a block before the block itself: what is alive in it now is somebody else's.
    if (!(piece.content instanceof Y.ContentType) || piece.parentSub !== null) return true
    if (livePieces(piece.content.type).next().done === true) return true
    ids.add(top.parentSub ?? 'incident')
    return false
  }
  return { ids, mayDelete }
}
