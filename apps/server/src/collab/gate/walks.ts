import * as Y from 'yjs'
import type { Holder, Spot } from './spots.ts'

/**
 * Steps that Yjs may take past what others have put between the neighbours of an update's structs, all together: each
 * list, and each key, is walked struct by struct. A hundred thousand values under one key took 21 seconds, at every load.
 */
const mostSteps = 200_000

/** One list, or the values under one key. */
type List = { holder: Holder; key: string | null; brought: number; behind: Map<string, Y.ID> }

/** Counts, from above, how far Yjs has to walk for an update. Whoever writes what they see puts it between neighbours. */
export class Walks {
  readonly #doc: Y.Doc
  readonly #lists = new Map<Holder, Map<string | null, List>>()
  #steps = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** False once it is too far. To be asked for each struct, in the order in which they are put in. */
  take(spot: Spot, item: Y.Item, offset: number): boolean {
    const { client, clock } = item.id
    const left = offset > 0 ? Y.createID(client, clock + offset - 1) : item.origin
    const list = this.#listAt(spot)
    const after = left === null ? '' : `${left.client} ${left.clock}`
    const neighbour = list.behind.get(after)
    if (neighbour === undefined) this.#steps += this.#between(list, left, item.rightOrigin)
    else if (!Y.compareIDs(neighbour, item.rightOrigin)) this.#steps += list.brought
    list.behind.set(after, offset > 0 ? Y.createID(client, clock + offset) : item.id)
    list.brought += 1
    return this.#steps <= mostSteps
  }

  #listAt({ holder, key }: Spot): List {
    const ofHolder = this.#lists.get(holder) ?? new Map<string | null, List>()
    this.#lists.set(holder, ofHolder)
    const list = ofHolder.get(key) ?? { holder, key, brought: 0, behind: new Map() }
    ofHolder.set(key, list)
    return list
  }

  /** What the document has between two neighbours; at most as much as there are steps left. */
  #between({ holder: { type }, key }: List, left: Y.ID | null, right: Y.ID | null): number {
    if (type === null || (left !== null && left.clock >= Y.getState(this.#doc.store, left.client))) return 0
    const most = mostSteps - this.#steps + 1
    let steps = 0
    if (left === null && key !== null) {
      for (let item = type._map.get(key) ?? null; item !== null && steps < most; item = item.left) steps += 1
      return steps
    }
    let item = left === null ? type._start : behind(this.#doc, left)
    for (; item !== null && steps < most && !holds(item, right); item = item.right) steps += 1
    return steps
  }
}

/** Where a walk from here begins: in the middle of an item, with the rest of it. */
function behind(doc: Y.Doc, left: Y.ID): Y.Item | null {
  const item = Y.getItem(doc.store, left)
  return left.clock < item.id.clock + item.length - 1 ? item : item.right
}

const holds = ({ id, length }: Y.Item, at: Y.ID | null): boolean =>
  at !== null && id.client === at.client && id.clock <= at.clock && at.clock < id.clock + length
