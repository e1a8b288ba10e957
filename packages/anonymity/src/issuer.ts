import type { Problem } from '@kintsugi/model'
import { fromBase64url, toBase64url } from './base64url.ts'
import { problemOf } from './problem.ts'
import { elementBytes, outputBytes, voprf } from './suite.ts'
import type { Token } from './tokens.ts'

/** Public half as it is published; the secret half never leaves the issuer. */
export type TokenKeys = { secretKey: Uint8Array; tokenKey: string }
/** `proof`: that all elements of the batch were made under the published key. */
export type Evaluation = { evaluated: string[]; proof: string }

const keyInfo = new TextEncoder().encode('kintsugi round')

/** A round's key pair, from 32 random bytes. */
export function tokenKeys(seed: Uint8Array): TokenKeys {
  const { secretKey, publicKey } = voprf.deriveKeyPair(seed, keyInfo)
  return { secretKey, tokenKey: toBase64url(publicKey) }
}

/**
 * Evaluates one member's blinded elements. What they stand for stays hidden from us.
 * `nonce`: 48 bytes, secret and never used for another batch: with two proofs under one nonce the key can be computed.
 */
export function evaluateBlinded(
  keys: TokenKeys,
  blinded: readonly string[],
  nonce: Uint8Array,
): Evaluation | { problem: Problem } {
  const publicKey = fromBase64url(keys.tokenKey, elementBytes)
  const points = blinded.map((element) => fromBase64url(element, elementBytes))
  if (publicKey === null || points.length === 0 || !points.every((point) => point !== null))
    return problemOf('blindedInvalid')
  try {
    const { evaluated, proof } = voprf.blindEvaluateBatch(keys.secretKey, publicKey, points, () => nonce)
    return { evaluated: evaluated.map(toBase64url), proof: toBase64url(proof) }
  } catch {
    // The library throws where an element is no point of the group; that is the sender's, not our, mistake.
    return problemOf('blindedInvalid')
  }
}

/** Whether a token was made under this key. Takes about as long for a forged one as for a good one. */
export function redeems(secretKey: Uint8Array, token: Token): boolean {
  const input = fromBase64url(token.input, elementBytes)
  const output = fromBase64url(token.output, outputBytes)
  if (input === null || output === null) return false
  const expected = voprf.evaluate(secretKey, input)
  let difference = 0
  for (const [at, byte] of expected.entries()) difference |= byte ^ (output[at] ?? 0)
  return difference === 0
}
