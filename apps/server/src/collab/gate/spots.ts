import { documentRules, type Place } from '@kintsugi/board'
import type * as Y from 'yjs'

/** A container, in the document or in the update at hand. The same container is always the same object. */
export type Holder = {
  readonly place: Place
  /** The rich text this container is in. */
  readonly text: Holder | null
  /** The container in the document; null for one that the update at hand brings. */
  readonly type: Y.AbstractType<unknown> | null
}
/** Where a struct lies: in a container, under a key or (null) in its list. */
export type Spot = { readonly holder: Holder; readonly key: string | null }

const holders = new WeakMap<Y.AbstractType<unknown>, Holder | 'none'>()

/** A container of a live document. A container never moves, so each is looked up once. */
export function holderOf(type: Y.AbstractType<unknown>): Holder | undefined {
  let holder = holders.get(type)
  if (holder === undefined) {
    const place = documentRules.placeOf(type)
    holder = place === undefined ? 'none' : { place, type, text: textAbove(type, place) }
    holders.set(type, holder)
  }
  return holder === 'none' ? undefined : holder
}

function textAbove(type: Y.AbstractType<unknown>, place: Place): Holder | null {
  if (place.kind === 'map' || place.kind === 'fragment') return null
  const above = type._item?.parent
  const parent = above && 'doc' in above ? holderOf(above as Y.AbstractType<unknown>) : undefined
  if (parent === undefined) return null
  return parent.place.kind === 'fragment' ? parent : parent.text
}

/** The rich text that content put into this container becomes part of. */
export const textOf = (holder: Holder): Holder | null =>
  holder.place.kind === 'fragment' ? holder : holder.text
