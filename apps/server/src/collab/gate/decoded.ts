import * as Y from 'yjs'

/**
 * Structs and deleted ranges of one update, each. A board of 10,000 items has about 200,000; but a struct can be two
 * bytes long, and a resync full of those took 2.6 GB and ten seconds to look at.
 */
export const mostParts = 500_000

export type Struct = Y.Item | Y.GC | Y.Skip
export type Range = { readonly clock: number; readonly len: number }
/** An update as the gate looks at it: what each client wrote, in order, and what was deleted. */
export type Decoded = {
  readonly structs: ReadonlyMap<number, readonly Struct[]>
  readonly deletes: ReadonlyMap<number, readonly Range[]>
}

export const endOf = (struct: Struct): number => struct.id.clock + struct.length

/**
 * Reads an update without touching any document. Undefined if it is none, `tooManyParts` if it is beyond measure. A client's structs that overlap or go
 * backwards count as malformed: Yjs would apply only one of two blocks of the same client, and we would have judged both.
 */
export function decode(update: Uint8Array): Decoded | 'tooManyParts' | undefined {
  let raw: ReturnType<typeof Y.decodeUpdate>
  try {
    raw = Y.decodeUpdateV2(update, BoundedDecoder)
  } catch (error) {
    if (error instanceof TooManyParts) return 'tooManyParts'
    // Yjs' decoder throws all sorts of errors on bytes that are no update; each of them means just that.
    return undefined
  }
  const structs = new Map<number, Struct[]>()
  for (const struct of raw.structs) {
    if (!isSound(struct)) return undefined
    const { client, clock } = struct.id
    const written = structs.get(client)
    if (written === undefined) structs.set(client, [struct])
    else {
      const last = written.at(-1)
      if (last === undefined || endOf(last) !== clock) return undefined
      written.push(struct)
    }
  }
  for (const ranges of raw.ds.clients.values()) {
    if (!ranges.every(({ clock, len }) => len > 0 && Number.isSafeInteger(clock + len))) return undefined
  }
  return { structs, deletes: raw.ds.clients }
}

class TooManyParts extends Error {}

/** Gives up where there is too much, before it has been read. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  #structs = 0
  #ranges = 0

  override readInfo(): number {
    if (++this.#structs > mostParts) throw new TooManyParts()
    return super.readInfo()
  }
  override readDsLen(): number {
    if (++this.#ranges > mostParts) throw new TooManyParts()
    return super.readDsLen()
  }
}

function isSound(struct: Struct): boolean {
  return struct.length > 0 && struct.id.client <= 0xffffffff && endOf(struct) <= 0x7fffffff
}
