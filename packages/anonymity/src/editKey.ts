import type { ItemId } from '@kintsugi/model'
import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64url, toBase64url } from './base64url.ts'
import { canonicalBytes } from './canonicalBytes.ts'
import { outputBytes } from './suite.ts'
import type { RandomBytes } from './tokens.ts'

/** Of one note. `secretKey` stays with its author; `editKey` goes with the note. */
export type EditKeys = { secretKey: string; editKey: string }
/** `seal`: the one the note was posted with; it names the note for good. `text: null` deletes. */
export type NoteChange = { round: ItemId; seal: string; serial: number; text: string | null }

const keyBytes = 32

export function makeEditKeys(random: RandomBytes): EditKeys {
  const secretKey = random(keyBytes)
  return { secretKey: toBase64url(secretKey), editKey: toBase64url(ed25519.getPublicKey(secretKey)) }
}

const signedBytes = ({ round, seal, serial, text }: NoteChange): Uint8Array =>
  canonicalBytes({ round, seal, serial, text })

/** Ed25519 over the canonical JSON of {round, seal, serial, text}; null where the secret is none. */
export function signChange(secretKey: string, change: NoteChange): string | null {
  const secret = fromBase64url(secretKey, keyBytes)
  return secret && toBase64url(ed25519.sign(signedBytes(change), secret))
}

export function isSignedBy(editKey: string, change: NoteChange, signature: string): boolean {
  const key = fromBase64url(editKey, keyBytes)
  const bytes = fromBase64url(signature, outputBytes)
  if (key === null || bytes === null) return false
  try {
    return ed25519.verify(bytes, signedBytes(change), key, { zip215: false })
  } catch {
    // The library throws where the key or the signature is no point of the curve.
    return false
  }
}
