import { blindTokens, finishTokens, makeEditKeys, sealOf, signChange } from '@kintsugi/anonymity'
import { invariant } from '@kintsugi/model'
import type { RoundTools } from './roundTools.ts'

/** Randomness enters here: of tokens and of the keys of notes. */
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

export const anonymityTools: RoundTools = {
  draw: (count) => blindTokens(count, random),
  finish(drawn, dealt, tokenKey) {
    const tokens = finishTokens(drawn, dealt, tokenKey)
    return 'problem' in tokens ? null : tokens
  },
  newEditKey() {
    const { editKey, secretKey } = makeEditKeys(random)
    return { editKey, secret: secretKey }
  },
  sealOf,
  sign(change, secret) {
    const signature = signChange(secret, change)
    invariant(signature !== null, 'the key of an own note is a key')
    return signature
  },
}
