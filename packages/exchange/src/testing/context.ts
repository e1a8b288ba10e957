import { idFromBytes } from '@kintsugi/model'
import type { ReadContext } from '../sources/source.ts'

/** A context whose ids are counted (`from` tells two readings apart), so that the same text gives the same draft. */
export function testContext(given: Partial<ReadContext>, from = 0): ReadContext {
  let count = from
  const newId = (): string => {
    count++
    return idFromBytes(Uint8Array.from({ length: 16 }, (_, i) => (i < 4 ? (count >> (8 * i)) & 255 : 7)))
  }
  return { zone: null, date: null, fileName: '', newId, ...given }
}
