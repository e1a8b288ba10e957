import * as Y from 'yjs'

type Container = Y.ContentType['type']

/** What a document has seen: whether a piece of another one, and its deletion, is news to it. */
export class Knowledge {
  readonly #store: Y.Doc['store']
  readonly #deleted: ReturnType<typeof Y.createDeleteSetFromStructStore>

  constructor(doc: Y.Doc) {
    this.#store = doc.store
    this.#deleted = Y.createDeleteSetFromStructStore(doc.store)
  }

  holds({ id, length, deleted }: Y.Item): boolean {
    if (id.clock + length > Y.getState(this.#store, id.client)) return false
    if (!deleted) return true
    for (let clock = id.clock; clock < id.clock + length; clock++)
      if (!Y.isDeleted(this.#deleted, Y.createID(id.client, clock))) return false
    return true
  }

  /** All of it, what was deleted included. */
  holdsAll(type: Container): boolean {
    return piecesOf(type).every((piece) => this.holds(piece))
  }
}

function* piecesOf(type: Container): Generator<Y.Item> {
  for (const newest of type._map.values()) {
    for (let piece: Y.Item | null = newest; piece !== null; piece = piece.left) yield* pieceAndBelow(piece)
  }
  for (let piece = type._start; piece !== null; piece = piece.right) yield* pieceAndBelow(piece)
}
function* pieceAndBelow(piece: Y.Item): Generator<Y.Item> {
  yield piece
  if (piece.content instanceof Y.ContentType) yield* piecesOf(piece.content.type)
}
