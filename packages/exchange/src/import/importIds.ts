import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  type ItemId,
  idFromBytes,
  type TimelineEntry,
} from '@kintsugi/model'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { jsonSource } from '../sources/json.ts'
import type { Reading } from '../sources/source.ts'
import { importKeyOf } from './importKeys.ts'

const idOf = (...named: (string | number)[]): ItemId =>
  idFromBytes(sha256(utf8ToBytes(JSON.stringify(named))).slice(0, 16))

/**
 * A draft whose items have ids made from the board, the part and what they say, not from randomness: the one exception
 * to fresh ids. Two people who import the same log at the same moment cannot see each other's writing, so no comparison
 * can keep them apart; but items born under the same key are one item in the shared document, whoever's arrives first.
 * The format is not in the key: the same message pasted and exported is the same. Of equal rows of one text the second
 * is another item. Nothing is read out of such an id; whoever could guess it must know the board's own, which is secret.
 */
export function withImportIds(
  boardId: string,
  draft: BoardSnapshot,
): { draft: BoardSnapshot; idOf: ReadonlyMap<ItemId, ItemId> } {
  const ids = new Map<ItemId, ItemId>()
  for (const part of boardParts) {
    const count = new Map<string, number>()
    for (const item of draft[part] as BoardItem[]) {
      const { said, source } = importKeyOf(part, item)
      const key = said ?? source ?? ''
      const nth = count.get(key) ?? 0
      count.set(key, nth + 1)
      ids.set(item.id, idOf('import', boardId, part, key, nth))
    }
  }
  const renamed = (id: ItemId): ItemId => ids.get(id) ?? id
  const all = <P extends BoardPart>(part: P): BoardSnapshot[P] =>
    (draft[part] as BoardItem[]).map((item) => ({ ...item, id: renamed(item.id) })) as BoardSnapshot[P]
  const evidence = (entry: TimelineEntry): TimelineEntry => ({
    ...entry,
    evidence: entry.evidence.map((piece, nth) => ({ ...piece, id: idOf('evidence', entry.id, nth) })),
  })
  return {
    idOf: ids,
    draft: {
      ...draft,
      people: all('people'),
      timeline: all('timeline').map(evidence),
      causes: all('causes'),
      kptNotes: all('kptNotes').map((note) => ({
        ...note,
        groupId: note.groupId === null ? null : renamed(note.groupId),
      })),
      kptGroups: all('kptGroups'),
      actions: all('actions'),
      freeNotes: all('freeNotes'),
      checklist: all('checklist'),
      links: draft.links.map((link) => ({ ...link, from: renamed(link.from), to: renamed(link.to) })),
      placements: Object.fromEntries(
        Object.entries(draft.placements).map(([id, placement]) => [renamed(id), placement]),
      ),
    },
  }
}

/**
 * What was read, as a draft for this board. A board's own JSON keeps its ids: they are the same wherever it is read, and
 * an item is known by them however it has been rewritten since.
 */
export function draftFor(
  boardId: string,
  { format, snapshot }: Pick<Reading, 'format' | 'snapshot'>,
): ReturnType<typeof withImportIds> {
  return format === jsonSource.format
    ? { draft: snapshot, idOf: new Map() }
    : withImportIds(boardId, snapshot)
}
