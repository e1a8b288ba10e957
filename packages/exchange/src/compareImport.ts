import {
  type Action,
  type BoardSnapshot,
  type Cause,
  type ItemId,
  type Link,
  linkKey,
  plainTextOf,
  type TimelineEntry,
} from '@kintsugi/model'

export interface ImportComparison {
  /** The draft without what the board has already. */
  fresh: BoardSnapshot
  /** Ids, among the draft's, of what the board has already. */
  duplicates: ItemId[]
}

const words = (item: Cause | Action): string =>
  plainTextOf(item.text).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
/** An entry is known by where it came from, even after somebody has rewritten it. */
const entryKey = ({ source }: TimelineEntry): string | null =>
  source ? `${source.format}:${source.externalId}` : null
const causeKey = (cause: Cause): string => `${cause.kind}:${words(cause)}`

function matches<T extends { id: ItemId }>(
  existing: readonly T[],
  drafted: readonly T[],
  keyOf: (item: T) => string | null,
): Map<ItemId, ItemId> {
  const known = new Map<string, ItemId>()
  for (const item of existing) {
    const key = keyOf(item)
    if (key !== null && !known.has(key)) known.set(key, item.id)
  }
  const found = new Map<ItemId, ItemId>()
  for (const item of drafted) {
    const key = keyOf(item)
    const id = key === null ? undefined : known.get(key)
    if (id !== undefined) found.set(item.id, id)
  }
  return found
}

/** Room for the tallest cause and the gap under it, in canvas units. */
const causeRoom = 220
/** The first free row under the causes a board has. */
function freeRow({ causes, placements }: BoardSnapshot): number {
  const tops = causes.flatMap(({ id }) => placements[id]?.y ?? [])
  return tops.length === 0 ? 0 : Math.max(...tops) + causeRoom
}

/** What of a draft is new to a board. Links of new items to known ones are kept, to the board's own items. */
export function compareImport(existing: BoardSnapshot, draft: BoardSnapshot): ImportComparison {
  const known = new Map([
    ...matches(existing.timeline, draft.timeline, entryKey),
    ...matches(existing.causes, draft.causes, causeKey),
    ...matches(existing.actions, draft.actions, words),
  ])
  const isNew = ({ id }: { id: ItemId }): boolean => !known.has(id)
  const there = new Set(existing.links.map(linkKey))
  const links = draft.links
    // A link between two known items was there before, or was taken away since.
    .filter(({ from, to }) => !(known.has(from) && known.has(to)))
    .map(
      (link): Link => ({
        ...link,
        from: known.get(link.from) ?? link.from,
        to: known.get(link.to) ?? link.to,
      }),
    )
    .filter((link) => !there.has(linkKey(link)))
  const down = freeRow(existing)
  const placements = Object.fromEntries(
    Object.entries(draft.placements)
      .filter(([id]) => !known.has(id))
      .map(([id, { x, y }]) => [id, { x, y: y + down }]),
  )
  return {
    fresh: {
      ...draft,
      timeline: draft.timeline.filter(isNew),
      causes: draft.causes.filter(isNew),
      actions: draft.actions.filter(isNew),
      links,
      placements,
    },
    duplicates: [...known.keys()],
  }
}
