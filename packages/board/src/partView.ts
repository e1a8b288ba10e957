import type { BoardItem, BoardPart, KptGroup, KptNote, Unreadable } from '@kintsugi/model'
import { readItem } from './item.ts'
import { sameJson } from './plain.ts'
import type { Things } from './shape.ts'
import { sliceOf } from './slices.ts'

/** The items of one part as plain data, read again only where they were touched; what is unchanged stays identical. */
export class PartView {
  readonly part: BoardPart
  readonly items = new Map<string, BoardItem>()
  readonly unreadable = new Map<string, Unreadable[]>()
  list: BoardItem[] = []
  readonly #root: Things
  readonly #see: (item: BoardItem) => BoardItem

  /** `see` decides how an item shows, given the rest of the board. */
  constructor(part: BoardPart, root: Things, see: (item: BoardItem) => BoardItem = (item) => item) {
    this.part = part
    this.#root = root
    this.#see = see
  }

  keys(): Iterable<string> {
    return this.#root.keys()
  }

  /** Reads these items again. Says what that changed: which items exist, and whether anything did. */
  refresh(ids: Iterable<string>): { changed: boolean; members: boolean } {
    let members = false
    let broken = false
    const fresh: BoardItem[] = []
    const gone = new Set<string>()
    for (const id of ids) {
      const before = this.items.get(id)
      const { item: read, unreadable } = this.#root.has(id)
        ? readItem(this.part, id, this.#root.get(id))
        : { item: null, unreadable: [] }
      if (!sameJson(this.unreadable.get(id) ?? [], unreadable)) broken = true
      if (unreadable.length > 0) this.unreadable.set(id, unreadable)
      else this.unreadable.delete(id)
      const item = read === null ? null : this.#see(read)
      if ((item === null) !== (before === undefined)) members = true
      if (item === null) {
        this.items.delete(id)
        if (before !== undefined) gone.add(id)
      } else if (!sameJson(before, item)) {
        this.items.set(id, item)
        fresh.push(item)
        gone.add(id)
      }
    }
    if (gone.size > 0) this.list = this.#merge(fresh, gone)
    return { changed: broken || gone.size > 0, members }
  }

  /** The list without `gone`, with `fresh` in its places: one pass over a sorted list instead of sorting it again. */
  #merge(fresh: BoardItem[], gone: ReadonlySet<string>): BoardItem[] {
    const { compare } = sliceOf(this.part)
    fresh.sort(compare)
    const list: BoardItem[] = []
    let next = 0
    for (const item of this.list) {
      if (gone.has(item.id)) continue
      for (let ahead = fresh[next]; ahead !== undefined && compare(ahead, item) < 0; ahead = fresh[next]) {
        list.push(ahead)
        next += 1
      }
      list.push(item)
    }
    return list.concat(fresh.slice(next))
  }
}

/** A note whose group has been removed, or stands in another column by now, shows without one until the group is back. */
export function withoutMissingGroup(groups: ReadonlyMap<string, BoardItem>): (item: BoardItem) => BoardItem {
  return (item) => {
    const note = item as KptNote
    if (note.groupId === null) return note
    const group = groups.get(note.groupId) as KptGroup | undefined
    return group?.slot.column === note.slot.column ? note : { ...note, groupId: null }
  }
}
