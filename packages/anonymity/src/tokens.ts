import type { Problem } from '@kintsugi/model'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { Evaluation } from './issuer.ts'
import { problemOf } from './problem.ts'
import { elementBytes, outputBytes, scalarRandomBytes, voprf } from './suite.ts'

/** One right to post in a round. Who holds it cannot be told from it, not even by who dealt it. */
export type Token = { input: string; output: string }

/**
 * A token before it is dealt. To be kept by its owner alone until then, across reloads: the issuer answers these elements
 * and no others.
 */
export type BlindedToken = { input: string; blind: string; blinded: string }

/** Randomness from the edge: a cryptographically secure generator. */
export type RandomBytes = (count: number) => Uint8Array

export function blindTokens(count: number, random: RandomBytes): BlindedToken[] {
  return Array.from({ length: count }, () => {
    const input = random(elementBytes)
    const { blind, blinded } = voprf.blind(input, () => random(scalarRandomBytes))
    return { input: toBase64url(input), blind: toBase64url(blind), blinded: toBase64url(blinded) }
  })
}

/**
 * The tokens, if the issuer made all of them under the key that everybody was shown. Otherwise `tokenKeyForeign`: a key of
 * one's own would name its owner with each post. Then nothing must be posted.
 */
export function finishTokens(
  pending: readonly BlindedToken[],
  answer: Evaluation,
  publishedKey: string,
): Token[] | { problem: Problem } {
  const foreign = problemOf('tokenKeyForeign')
  const publicKey = fromBase64url(publishedKey, elementBytes)
  const proof = fromBase64url(answer.proof, outputBytes)
  if (publicKey === null || proof === null || answer.evaluated.length !== pending.length) return foreign
  const items = pending.flatMap((token, at) => {
    const input = fromBase64url(token.input, elementBytes)
    const blind = fromBase64url(token.blind, elementBytes)
    const blinded = fromBase64url(token.blinded, elementBytes)
    const evaluated = fromBase64url(answer.evaluated[at] ?? '', elementBytes)
    return input && blind && blinded && evaluated ? [{ input, blind, blinded, evaluated }] : []
  })
  if (items.length !== pending.length) return foreign
  try {
    const outputs = voprf.finalizeBatch(items, publicKey, proof)
    return pending.map(({ input }, at) => ({ input, output: toBase64url(outputs[at] ?? new Uint8Array()) }))
  } catch {
    // The library throws where the proof does not hold, or an element is no point: it is not the published key.
    return foreign
  }
}
