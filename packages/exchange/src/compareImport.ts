import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  type ItemId,
  type Link,
  linkKey,
} from '@kintsugi/model'
import { type ImportKey, type ImportKeys, importKeyOf, importKeysOf } from './import/importKeys.ts'

export interface ImportComparison {
  /** The draft without what the board has already. */
  fresh: BoardSnapshot
  /** Ids, among the draft's, of what the board has already. */
  duplicates: ItemId[]
}

/**
 * Draft id → id on the board of what the board has already. First by id and by where it came from, which survive
 * rewriting; then by what it says, each item of the board standing for one of the draft's.
 */
export function knownOf(keys: ImportKeys, draft: BoardSnapshot): Map<ItemId, ItemId> {
  const found = new Map<ItemId, ItemId>()
  for (const part of boardParts) matchPart(keys.parts[part], draft[part] as BoardItem[], part, found)
  return found
}

function matchPart(
  existing: readonly ImportKey[],
  drafted: readonly BoardItem[],
  part: BoardPart,
  found: Map<ItemId, ItemId>,
): void {
  const [ids, sources] = [new Set<ItemId>(), new Map<string, ItemId>()]
  for (const { id, source } of existing) {
    ids.add(id)
    if (source !== null && !sources.has(source)) sources.set(source, id)
  }
  const taken = new Set<ItemId>()
  const open: ImportKey[] = []
  for (const item of drafted) {
    const key = importKeyOf(part, item)
    const id = ids.has(key.id) ? key.id : key.source === null ? undefined : sources.get(key.source)
    if (id === undefined) open.push(key)
    else {
      found.set(key.id, id)
      taken.add(id)
    }
  }
  if (open.length === 0) return
  const bySaid = Map.groupBy(
    existing.filter(({ id, said }) => said !== null && !taken.has(id)),
    ({ said }) => said,
  )
  for (const { id, said } of open) {
    const other = said === null ? undefined : bySaid.get(said)?.shift()
    if (other !== undefined) found.set(id, other.id)
  }
}

export interface Choice {
  /** What `knownOf` found. */
  known: ReadonlyMap<ItemId, ItemId>
  isChosen: (id: ItemId) => boolean
  /** Gives an id to what is chosen although the board has it: there it is another item. */
  newId: () => ItemId
}

/** What of a draft was chosen, ready to be added. Links to what was not chosen lead to the board's own item, or go. */
export function chosenFrom(keys: ImportKeys, draft: BoardSnapshot, choice: Choice): BoardSnapshot {
  const ids = new Map<ItemId, ItemId>()
  const ends = new Map(choice.known)
  const pick = <P extends BoardPart>(part: P): BoardSnapshot[P] => {
    const chosen = (draft[part] as BoardItem[]).filter(({ id }) => choice.isChosen(id))
    return chosen.map((item) => {
      const id = choice.known.has(item.id) ? choice.newId() : item.id
      ids.set(item.id, id)
      ends.set(item.id, id)
      return { ...item, id }
    }) as BoardSnapshot[P]
  }
  const picked = Object.fromEntries(boardParts.map((part) => [part, pick(part)])) as Pick<
    BoardSnapshot,
    BoardPart
  >
  const there = new Set(keys.links)
  const links = draft.links
    // A link between two items of the board was there before, or was taken away since.
    .filter(({ from, to }) => ids.has(from) || ids.has(to))
    .flatMap((link): Link[] => {
      const [from, to] = [ends.get(link.from), ends.get(link.to)]
      return from === undefined || to === undefined ? [] : [{ ...link, from, to }]
    })
    .filter((link) => !there.has(linkKey(link)))
  const placements = Object.fromEntries(
    Object.entries(draft.placements).flatMap(([id, { x, y }]) => {
      const to = ids.get(id)
      return to === undefined ? [] : [[to, { x, y: y + keys.causeRow }]]
    }),
  )
  const kptNotes = picked.kptNotes.map((note) => ({
    ...note,
    groupId: note.groupId === null ? null : (ends.get(note.groupId) ?? null),
  }))
  return { ...draft, ...picked, kptNotes, links, placements }
}

/** What of a draft is new to a board. Links of new items to known ones are kept, to the board's own items. */
export function compareImport(existing: BoardSnapshot, draft: BoardSnapshot): ImportComparison {
  const keys = importKeysOf(existing)
  const known = knownOf(keys, draft)
  const fresh = chosenFrom(keys, draft, {
    known,
    isChosen: (id) => !known.has(id),
    newId: () => {
      throw new Error('nothing known is chosen')
    },
  })
  return { fresh, duplicates: [...known.keys()] }
}
