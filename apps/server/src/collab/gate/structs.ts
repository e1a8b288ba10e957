import * as Y from 'yjs'
import { type Decoded, endOf, type Struct } from './decoded.ts'
import type { FreshBlock } from './encode.ts'
import { Fresh } from './fresh.ts'
import type { GateContext } from './gate.ts'
import { type Gap, gapOn, type Refused, refused } from './verdict.ts'

type Verdict =
  | {
      kind: 'fresh'
      blocks: FreshBlock[]
      reach: Map<number, number>
      claims: number[]
      itemsAdded: number
    }
  | Gap
  | Refused

/** One client's structs that the document does not have; `next` is the first one not yet judged. */
type Line = {
  readonly structs: Struct[]
  readonly from: number
  readonly end: number
  next: number
  done: number
}

/** A resync can carry the sittings of many days offline, each under its own client id; not more than this. */
const clientsPerUpdate = 500

/**
 * Walks the new structs in an order in which each finds what it builds on, as Yjs will, and judges each. What cannot
 * be put in such an order would be parked by Yjs: that is a gap.
 */
export function judgeStructs(doc: Y.Doc, { structs, deletes }: Decoded, context: GateContext): Verdict {
  const lines = new Map<number, Line>()
  const claims: number[] = []
  for (const [client, written] of structs) {
    const known = Y.getState(doc.store, client)
    const unknown = written.filter((struct) => endOf(struct) > known)
    const first = unknown[0]
    if (first === undefined) continue
    if (first.id.clock > known || unknown.some((struct) => struct instanceof Y.Skip)) return gapOn(client)
    const ownership = context.ownershipOf(client)
    if (ownership === 'foreign') return refused('foreignClient')
    if (ownership === 'free') claims.push(client)
    const end = endOf(unknown.at(-1) ?? first)
    lines.set(client, { structs: unknown, from: known, end, next: 0, done: known })
  }
  if (lines.size > clientsPerUpdate) return refused('tooManyClients', { limit: clientsPerUpdate })

  const fresh = new Fresh(doc, deletes, context.trusted)
  for (const [client, line] of lines) {
    const verdict = settle(fresh, lines, client, line.end - 1)
    if (verdict !== undefined) return verdict
  }
  const overflow = context.trusted ? undefined : fresh.textOverflow()
  if (overflow !== undefined) return { kind: 'refused', problem: overflow }

  const blocks = [...lines].map(([client, line]) => ({
    client,
    clock: line.from,
    structs: fresh.rewritten(line.structs),
  }))
  const reach = new Map([...lines].map(([client, line]) => [client, line.done]))
  return { kind: 'fresh', blocks, reach, claims, itemsAdded: fresh.itemsAdded }
}

/** Judges `client`'s structs up to and with the clock `until`, and before each what it waits for. */
function settle(
  fresh: Fresh,
  lines: ReadonlyMap<number, Line>,
  client: number,
  until: number,
): Gap | Refused | undefined {
  const stack = [{ client, clock: until }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const line = lines.get(top.client)
    if (line === undefined) return gapOn(top.client)
    if (line.done > top.clock) {
      stack.pop()
      continue
    }
    const struct = line.structs[line.next]
    if (struct === undefined) return gapOn(top.client)
    const offset = Math.max(0, line.from - struct.id.clock)
    const missing = struct instanceof Y.Item ? fresh.missing(struct, offset, lines) : undefined
    if (missing !== undefined) {
      // A struct that builds on itself, or on what waits for it, would never come to its turn.
      if (missing.client === struct.id.client || stack.length > lines.size) return refused('misplaced')
      stack.push({ client: missing.client, clock: missing.clock })
      continue
    }
    const problem = fresh.judge(struct, offset)
    if (problem !== undefined) return { kind: 'refused', problem }
    line.next += 1
    line.done = endOf(struct)
  }
  return undefined
}
