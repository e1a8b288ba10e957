import { documentRules } from '@kintsugi/board'
import type { Problem } from '@kintsugi/model'
import * as Y from 'yjs'
import { type Decoded, endOf, type Struct } from './decoded.ts'
import { inOrder } from './neighbours.ts'
import { touchesSealed } from './sealed.ts'
import { type Holder, holderOf, type Spot, textOf } from './spots.ts'
import { TextMeasure } from './textMeasure.ts'
import { problemOf } from './verdict.ts'
import { Walks } from './walks.ts'

type Found =
  | { kind: 'gone' }
  | { kind: 'unknown' }
  | { kind: 'at'; spot: Spot; opens: Holder | undefined; item: Y.Item }
type Judged = { readonly struct: Struct; readonly spot: Spot | null; readonly opens: Holder | undefined }

const serverRoots: readonly string[] = documentRules.serverRoots

/** What an update would bring into a document: judged struct by struct, remembered for those that build on it. */
export class Fresh {
  itemsAdded = 0
  readonly #doc: Y.Doc
  readonly #deletes: Decoded['deletes']
  readonly #trusted: boolean
  /** By client, in clock order. */
  readonly #judged = new Map<number, Judged[]>()
  readonly #gone = new Set<Struct>()
  readonly #measure = new TextMeasure()
  readonly #walks: Walks

  constructor(doc: Y.Doc, deletes: Decoded['deletes'], trusted: boolean) {
    this.#doc = doc
    this.#deletes = deletes
    this.#trusted = trusted
    this.#walks = new Walks(doc)
  }

  /** What the item builds on that neither the document nor the judged part of the update has; the first of it. */
  missing(item: Y.Item, offset: number, lines: ReadonlyMap<number, { done: number }>): Y.ID | undefined {
    const needed = offset > 0 ? [item.rightOrigin] : [item.origin, item.rightOrigin, item.parent]
    return needed.find((id): id is Y.ID => {
      if (!(id instanceof Y.ID)) return false
      const reached = lines.get(id.client)?.done ?? Y.getState(this.#doc.store, id.client)
      return id.clock >= reached
    })
  }

  /** Why the struct may not be; undefined where it may. */
  judge(struct: Struct, offset: number): Problem | undefined {
    if (!(struct instanceof Y.Item)) {
      this.#remember(struct, null, undefined)
      return undefined
    }
    const spot = this.#spotOf(struct, offset)
    if ('code' in spot) return spot
    if ('gone' in spot) {
      // Its surroundings have been collected: Yjs will make it garbage. Written as garbage, it is so on every reload.
      this.#gone.add(struct)
      this.#remember(struct, null, undefined)
      return undefined
    }
    return this.#admit(struct, offset, spot)
  }

  textOverflow(): Problem | undefined {
    return this.#measure.overflow()
  }

  rewritten(structs: readonly Struct[]): Struct[] {
    return structs.map((struct) => (this.#gone.has(struct) ? new Y.GC(struct.id, struct.length) : struct))
  }

  #admit(item: Y.Item, offset: number, spot: Spot): Problem | undefined {
    const { holder } = spot
    const { place } = holder
    if (place.kind === 'map' && serverRoots.includes(place.root) && !this.#trusted)
      return problemOf('serverOnly')
    if (!this.#trusted && touchesSealed(spot, item.content)) return problemOf('noteSealed')
    const opened = this.#admitted(spot, item, offset)
    if (opened === undefined) return problemOf('notAllowedHere', whereabouts(spot, item))
    if (!this.#walks.take(spot, item, offset) && !this.#trusted) return problemOf('tooTangled')
    const text = textOf(holder)
    if (text !== null) this.#measure.add(text, item.content, offset)
    if (place.kind === 'map' && place.path.length === 0 && opened !== 'leaf') this.itemsAdded += 1
    const opens: Holder | undefined = opened === 'leaf' ? undefined : { place: opened, text, type: null }
    this.#remember(item, spot, opens)
    return undefined
  }

  /**
   * Values set under a key one after the other, undone and kept for redo, travel as one struct. Each must be allowed,
   * and all be deleted: of several values under a key Yjs deletes all but the last when it loads them again.
   */
  #admitted({ holder, key }: Spot, item: Y.Item, offset: number): ReturnType<typeof documentRules.admit> {
    const { content } = item
    if (key === null || !(content instanceof Y.ContentAny) || content.arr.length <= 1) {
      return documentRules.admit(holder.place, key, content)
    }
    const from = item.id.clock + offset
    const deleted = this.#deletes
      .get(item.id.client)
      ?.some(({ clock, len }) => clock <= from && endOf(item) <= clock + len)
    const each = content.arr.every(
      (value) => documentRules.admit(holder.place, key, new Y.ContentAny([value])) === 'leaf',
    )
    return deleted === true && each ? 'leaf' : undefined
  }

  #spotOf(item: Y.Item, offset: number): Spot | { gone: true } | Problem {
    const left = offset > 0 ? Y.createID(item.id.client, item.id.clock + offset - 1) : item.origin
    const right = item.rightOrigin
    if (left === null && right === null) return this.#explicitSpot(item)
    const leftFound = left === null ? undefined : this.#find(left)
    const rightFound = right === null ? undefined : this.#find(right)
    if (leftFound?.kind === 'gone' || rightFound?.kind === 'gone') return { gone: true }
    if (leftFound?.kind === 'unknown' || rightFound?.kind === 'unknown') return problemOf('misplaced')
    const spot = leftFound?.spot ?? rightFound?.spot
    if (spot === undefined) return problemOf('misplaced')
    if (rightFound === undefined) return spot
    // Under a key there is no order, and two neighbours of one struct lie in one list, one before the other. Yjs takes
    // anything else without a word, and then a reload reads differently from what everybody sees.
    const sameList = rightFound.spot.holder === spot.holder && rightFound.spot.key === spot.key
    if (spot.key !== null || !sameList) return problemOf('misplaced')
    if (left === null || right === null || leftFound === undefined) return spot
    // Redo can put a thing between its own maker's struct and itself. Of one client Yjs never changes the order, so
    // that reloads the same; of two it would not.
    if (Y.compareIDs(left, right)) return left.client === item.id.client ? spot : problemOf('misplaced')
    return inOrder(leftFound.item, left, rightFound.item, right) ? spot : problemOf('misplaced')
  }

  #explicitSpot(item: Y.Item): Spot | { gone: true } | Problem {
    const parent: unknown = item.parent
    const key = item.parentSub
    if (typeof parent === 'string') {
      if (documentRules.rootPlace(parent) === undefined)
        return problemOf('unknownRoot', { root: parent.slice(0, 60) })
      const holder = holderOf(this.#doc.get(parent))
      return holder === undefined ? problemOf('unknownRoot', { root: parent }) : { holder, key }
    }
    if (!(parent instanceof Y.ID)) return problemOf('misplaced')
    const found = this.#find(parent)
    if (found.kind === 'unknown') return problemOf('misplaced')
    if (found.kind === 'gone' || found.item.content instanceof Y.ContentDeleted) return { gone: true }
    return found.opens === undefined ? problemOf('misplaced') : { holder: found.opens, key }
  }

  #find(id: Y.ID): Found {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return foundFresh(this.#judgedAt(id))
    const struct = Y.getItem(this.#doc.store, id)
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return { kind: 'gone' }
    const holder = holderOf(struct.parent)
    if (holder === undefined) return { kind: 'unknown' }
    const opens = struct.content instanceof Y.ContentType ? holderOf(struct.content.type) : undefined
    return { kind: 'at', spot: { holder, key: struct.parentSub }, opens, item: struct }
  }

  #judgedAt({ client, clock }: Y.ID): Judged | undefined {
    const judged = this.#judged.get(client) ?? []
    let low = 0
    let high = judged.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const at = judged[middle]
      if (at !== undefined && endOf(at.struct) <= clock) low = middle + 1
      else high = middle
    }
    return judged[low]
  }

  #remember(struct: Struct, spot: Spot | null, opens: Holder | undefined): void {
    const { client } = struct.id
    const judged = this.#judged.get(client)
    if (judged === undefined) this.#judged.set(client, [{ struct, spot, opens }])
    else judged.push({ struct, spot, opens })
  }
}

function foundFresh(judged: Judged | undefined): Found {
  if (judged === undefined) return { kind: 'unknown' }
  const { struct, spot, opens } = judged
  return struct instanceof Y.Item && spot !== null
    ? { kind: 'at', spot, opens, item: struct }
    : { kind: 'gone' }
}

function whereabouts({ holder: { place }, key }: Spot, item: Y.Item): Problem['args'] {
  const where = place.kind === 'map' ? [place.root, ...place.path] : [place.kind]
  return { at: [...where, key ?? ''].join('/').slice(0, 120), content: item.content.constructor.name }
}
