import { documentRules } from '@kintsugi/board'
import * as Y from 'yjs'
import type { Range } from './decoded.ts'
import { isOfSealed } from './sealed.ts'
import { holderOf } from './spots.ts'
import { type Gap, gapOn, type Refused, refused } from './verdict.ts'

type Verdict = { kind: 'fresh'; ranges: Map<number, Range[]> } | Gap | Refused

const serverRoots: readonly string[] = documentRules.serverRoots

/**
 * What of the deletions is new. An honest resync carries every deletion there ever was; kept whole, each reconnection
 * would add them all to the log again.
 */
export function freshDeletes(
  doc: Y.Doc,
  deletes: ReadonlyMap<number, readonly Range[]>,
  reach: ReadonlyMap<number, number>,
  trusted: boolean,
): Verdict {
  const fresh = new Map<number, Range[]>()
  for (const [client, ranges] of deletes) {
    const known = Y.getState(doc.store, client)
    const end = reach.get(client) ?? known
    const kept: Range[] = []
    for (const { clock, len } of ranges) {
      // Yjs would park what it cannot find, and the document would carry it about for ever.
      if (clock + len > end) return gapOn(client)
      const problem = keepUndeleted(doc, client, clock, Math.min(clock + len, known), kept, trusted)
      if (problem !== undefined) return refused(problem)
      const brought = Math.max(clock, known)
      if (clock + len > brought) push(kept, brought, clock + len)
    }
    if (kept.length > 0) fresh.set(client, kept)
  }
  return { kind: 'fresh', ranges: fresh }
}

/** Adds those parts of [from, to) that are not deleted yet. A problem's code where somebody may not delete them. */
function keepUndeleted(
  doc: Y.Doc,
  client: number,
  from: number,
  to: number,
  kept: Range[],
  trusted: boolean,
): 'serverOnly' | 'noteSealed' | undefined {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || from >= to) return undefined
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= to) break
    if (struct.deleted) continue
    if (!trusted && struct instanceof Y.Item) {
      if (isServers(struct)) return 'serverOnly'
      if (isOfSealed(struct)) return 'noteSealed'
    }
    push(kept, Math.max(from, struct.id.clock), Math.min(to, struct.id.clock + struct.length))
  }
  return undefined
}

function isServers(item: Y.Item): boolean {
  if (!(item.parent instanceof Y.AbstractType)) return false
  const place = holderOf(item.parent)?.place
  return place?.kind === 'map' && serverRoots.includes(place.root)
}

function push(ranges: Range[], from: number, to: number): void {
  const last = ranges.at(-1)
  if (last !== undefined && last.clock + last.len === from) {
    ranges[ranges.length - 1] = { clock: last.clock, len: to - last.clock }
  } else ranges.push({ clock: from, len: to - from })
}
