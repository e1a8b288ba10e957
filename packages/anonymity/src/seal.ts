import type { ItemId, KptColumn } from '@kintsugi/model'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64url } from './base64url.ts'
import { canonicalBytes } from './canonicalBytes.ts'

/** What a seal is over. `editKey`, made for this note alone, makes that nobody can guess the words from the seal. */
export type SealedNote = { round: ItemId; column: KptColumn; text: string; editKey: string }

/** SHA-256 over the canonical JSON of {round, column, text, editKey}. */
export function sealOf({ round, column, text, editKey }: SealedNote): string {
  return toBase64url(sha256(canonicalBytes({ round, column, text, editKey })))
}
