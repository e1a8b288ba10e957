import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Range, Struct } from './decoded.ts'

export type FreshBlock = {
  readonly client: number
  /** First clock to write; the first struct may begin below it. */
  readonly clock: number
  readonly structs: readonly Struct[]
}

/**
 * Writes exactly what the gate has judged, and nothing else, as one update. What goes into the log is never what a
 * client sent.
 */
export function encode(
  blocks: readonly FreshBlock[],
  deletes: ReadonlyMap<number, readonly Range[]>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const out = encoder.restEncoder
  encoding.writeVarUint(out, blocks.length)
  // Yjs integrates the higher client first; in that order it has the least to rearrange.
  for (const { client, clock, structs } of blocks.toSorted((a, b) => b.client - a.client)) {
    encoding.writeVarUint(out, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(out, clock)
    structs.forEach((struct, index) => {
      struct.write(encoder, index === 0 ? clock - struct.id.clock : 0)
    })
  }
  encoding.writeVarUint(out, deletes.size)
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
