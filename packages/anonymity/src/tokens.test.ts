import { createHash } from 'node:crypto'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateBlinded, redeems, tokenKeys } from './issuer.ts'
import { scalarRandomBytes, voprf } from './suite.ts'
import { blindTokens, finishTokens, type RandomBytes } from './tokens.ts'

/** Repeatable randomness. */
function randomFrom(seed: string): RandomBytes {
  let turn = 0
  return (count) => {
    const blocks = Array.from({ length: Math.ceil(count / 64) }, () =>
      createHash('sha512').update(`${seed} ${turn++}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, count))
  }
}
const keysOf = (seed: string) => tokenKeys(randomFrom(seed)(32))
function deal(keys = keysOf('round'), count = 3, seed = 'alice') {
  const random = randomFrom(seed)
  const pending = blindTokens(count, random)
  const answer = evaluateBlinded(
    keys,
    pending.map(({ blinded }) => blinded),
    random(48),
  )
  if ('problem' in answer) throw new Error(answer.problem.code)
  return { pending, answer }
}
function tokensOf(dealt: ReturnType<typeof deal>, tokenKey: string) {
  const tokens = finishTokens(dealt.pending, dealt.answer, tokenKey)
  if ('problem' in tokens) throw new Error(tokens.problem.code)
  return tokens
}
const flipped = (text: string) => `${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}`

/** RFC 9497, A.1.2. */
const secretKey = 'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909'
const publicKey = 'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e'
const blind1 = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706'
const blind2 = '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e'
const output1 =
  'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c'
const output2 =
  '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6'
const vectors = [
  {
    inputs: ['00'],
    blinds: [blind1],
    blinded: ['863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945'],
    evaluated: ['aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e'],
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
    proofScalar: blind2,
    outputs: [output1],
  },
  {
    inputs: ['5a'.repeat(17)],
    blinds: [blind1],
    blinded: ['cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c'],
    evaluated: ['60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468'],
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
    proofScalar: blind2,
    outputs: [output2],
  },
  {
    inputs: ['00', '5a'.repeat(17)],
    blinds: [blind1, blind2],
    blinded: [
      '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
      '90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654',
    ],
    evaluated: [
      'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
      'cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a',
    ],
    proof:
      'cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08',
    proofScalar: '419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c',
    outputs: [output1, output2],
  },
]

/** Randomness of which the library makes exactly this scalar: it reads it little-endian, and counts from one. */
function randomForScalar(hex: string) {
  return (count = scalarRandomBytes): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(count)
    bytes.set(hexToBytes(hex))
    let at = 0
    while (bytes[at] === 0) bytes[at++] = 255
    bytes[at] = (bytes[at] ?? 0) - 1
    return bytes
  }
}

describe('RFC 9497, A.1.2', () => {
  it('[AY1] derives the key pair of the test vectors', () => {
    const keys = voprf.deriveKeyPair(hexToBytes('a3'.repeat(32)), hexToBytes('74657374206b6579'))
    expect([keys.secretKey, keys.publicKey].map(bytesToHex)).toEqual([secretKey, publicKey])
  })

  it.each(vectors)('[AY1] blinds, evaluates, proves and finishes $inputs', (vector) => {
    const inputs = vector.inputs.map(hexToBytes)
    const blinds = inputs.map((input, at) => voprf.blind(input, randomForScalar(vector.blinds[at] ?? '')))
    expect(blinds.map(({ blind }) => bytesToHex(blind))).toEqual(vector.blinds)
    expect(blinds.map(({ blinded }) => bytesToHex(blinded))).toEqual(vector.blinded)
    const { evaluated, proof } = voprf.blindEvaluateBatch(
      hexToBytes(secretKey),
      hexToBytes(publicKey),
      blinds.map(({ blinded }) => blinded),
      randomForScalar(vector.proofScalar),
    )
    expect(evaluated.map(bytesToHex)).toEqual(vector.evaluated)
    expect(bytesToHex(proof)).toBe(vector.proof)
    const items = inputs.map((input, at) => ({
      input,
      blind: hexToBytes(vector.blinds[at] ?? ''),
      blinded: hexToBytes(vector.blinded[at] ?? ''),
      evaluated: hexToBytes(vector.evaluated[at] ?? ''),
    }))
    const outputs = voprf.finalizeBatch(items, hexToBytes(publicKey), proof)
    expect(outputs.map(bytesToHex)).toEqual(vector.outputs)
    expect(inputs.map((input) => bytesToHex(voprf.evaluate(hexToBytes(secretKey), input)))).toEqual(
      vector.outputs,
    )
  })
})

describe('a deal', () => {
  it('[AY2] gives tokens that are redeemed under their key alone', () => {
    const keys = keysOf('round')
    const tokens = tokensOf(deal(keys), keys.tokenKey)
    expect(tokens.map((token) => redeems(keys.secretKey, token))).toEqual([true, true, true])
    const other = keysOf('another round')
    expect(tokens.map((token) => redeems(other.secretKey, token))).toEqual([false, false, false])
  })

  it('[AY3] a key made for one person is noticed by that person', () => {
    const published = keysOf('round')
    const personal = keysOf('for alice alone')
    const { pending, answer } = deal(personal)
    expect(finishTokens(pending, answer, published.tokenKey)).toMatchObject({
      problem: { code: 'tokenKeyForeign' },
    })
    const honest = deal(published)
    const mixed = {
      ...honest.answer,
      evaluated: [...honest.answer.evaluated.slice(0, 2), ...answer.evaluated.slice(2)],
    }
    expect(finishTokens(honest.pending, mixed, published.tokenKey)).toMatchObject({
      problem: { code: 'tokenKeyForeign' },
    })
  })

  it('[AY3] so are changed, missing, exchanged and meaningless answers', () => {
    const { tokenKey } = keysOf('round')
    const { pending, answer } = deal()
    const wrong = [
      { ...answer, proof: flipped(answer.proof) },
      { ...answer, proof: '' },
      { ...answer, evaluated: answer.evaluated.slice(1) },
      { ...answer, evaluated: answer.evaluated.toReversed() },
      { ...answer, evaluated: answer.evaluated.map(flipped) },
      { ...answer, evaluated: answer.evaluated.map(() => 'A'.repeat(43)) },
    ]
    for (const given of wrong)
      expect(finishTokens(pending, given, tokenKey)).toMatchObject({ problem: { code: 'tokenKeyForeign' } })
    expect(finishTokens(pending, answer, 'A'.repeat(43))).toHaveProperty('problem')
    expect(finishTokens(pending, answer, 'ö')).toHaveProperty('problem')
  })

  it('[AY4] refuses what is no element', () => {
    const keys = keysOf('round')
    const nonce = randomFrom('nonce')(48)
    const [good = ''] = deal(keys).pending.map(({ blinded }) => blinded)
    for (const bad of ['', 'A'.repeat(43), '_'.repeat(43), `${good}A`, '!'.repeat(43)])
      expect(evaluateBlinded(keys, [good, bad], nonce)).toMatchObject({ problem: { code: 'blindedInvalid' } })
    expect(evaluateBlinded(keys, [], nonce)).toHaveProperty('problem')
    fc.assert(
      fc.property(fc.string(), fc.string(), (input, output) => {
        expect(redeems(keys.secretKey, { input, output })).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('[AY5] a token with another input or output is worthless', () => {
    const keys = keysOf('round')
    const [first, second] = tokensOf(deal(keys), keys.tokenKey)
    if (!first || !second) throw new Error('two tokens were dealt')
    for (const forged of [
      { ...first, input: flipped(first.input) },
      { ...first, output: flipped(first.output) },
      { input: first.input, output: second.output },
    ])
      expect(redeems(keys.secretKey, forged)).toBe(false)
  })

  it('[AY6] nothing of a token was in its deal', () => {
    const keys = keysOf('round')
    const dealt = deal(keys)
    const tokens = tokensOf(dealt, keys.tokenKey)
    const seen = JSON.stringify([dealt.pending.map(({ blinded }) => blinded), dealt.answer])
    for (const { input, output } of tokens)
      for (const part of [input, output, output.slice(0, 43)]) expect(seen).not.toContain(part)
    // The same input blinded anew is another element: to the issuer it could be any.
    const input = randomFrom('same')(32)
    const blinded = ['a', 'b'].map((seed) => {
      const random = randomFrom(seed)
      return blindTokens(1, (count) => (count === 32 ? input : random(count)))[0]
    })
    expect(blinded[0]?.input).toBe(blinded[1]?.input)
    expect(blinded[0]?.blinded).not.toBe(blinded[1]?.blinded)
  })

  it('[AY10] comes out the same from the same randomness', () => {
    expect(deal()).toEqual(deal())
    expect(keysOf('round')).toEqual(keysOf('round'))
  })
})
