import { idFromBytes } from '@kintsugi/model'

/** Randomness enters here: ids of items made in this browser. */
export function newId(): string {
  return idFromBytes(crypto.getRandomValues(new Uint8Array(16)))
}
