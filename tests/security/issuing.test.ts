import { blindTokens, evaluateBlinded, finishTokens, tokenKeys } from '@kintsugi/anonymity'
import type { DealtTokens } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { random } from './hand.ts'

const everyone = Array.from({ length: 8 }, () => blindTokens(12, random))
const published = tokenKeys(random(32))

/** What a server says that deals to this one under these keys. */
function deal(blinded: readonly string[], keys = tokenKeys(random(32))): DealtTokens {
  const answer = evaluateBlinded(keys, blinded, random(48))
  if ('problem' in answer) throw new Error(answer.problem.code)
  return { tokenKey: keys.tokenKey, ...answer }
}
const noticed = { problem: { code: 'tokenKeyForeign', args: {}, line: null } }

it('[SEC5] a server that deals to each under a key of their own is noticed by every one of them', () => {
  for (const pending of everyone) {
    const blinded = pending.map((token) => token.blinded)
    const own = deal(blinded)
    expect(finishTokens(pending, own, published.tokenKey)).toEqual(noticed)
    // It may as well claim to have used the published one.
    expect(finishTokens(pending, deal(blinded), published.tokenKey)).toEqual(noticed)
  }
})

it('[SEC5] one token in a batch under a key of its own is noticed, wherever it stands', () => {
  const [pending = []] = everyone
  const blinded = pending.map((token) => token.blinded)
  const honest = deal(blinded, published)
  const own = deal(blinded)
  for (const marked of pending.keys()) {
    const evaluated = honest.evaluated.with(marked, own.evaluated[marked] ?? '')
    for (const proof of [honest.proof, own.proof])
      expect(finishTokens(pending, { ...honest, evaluated, proof }, published.tokenKey)).toEqual(noticed)
  }
  // Two answers changed places: each is right in itself.
  const [first = '', second = '', ...rest] = honest.evaluated
  expect(
    finishTokens(pending, { ...honest, evaluated: [second, first, ...rest] }, published.tokenKey),
  ).toEqual(noticed)
})

it('[SEC5] fewer or more than were asked for, and the answer to somebody else, are noticed', () => {
  const [pending = [], another = []] = everyone
  const honest = deal(
    pending.map((token) => token.blinded),
    published,
  )
  const { evaluated } = honest
  for (const other of [evaluated.slice(1), [...evaluated, ...evaluated.slice(0, 1)], []])
    expect(finishTokens(pending, { ...honest, evaluated: other }, published.tokenKey)).toEqual(noticed)
  expect(finishTokens(another, honest, published.tokenKey)).toEqual(noticed)
})

it('[SEC5] an honest deal is taken', () => {
  for (const pending of everyone) {
    const blinded = pending.map((token) => token.blinded)
    expect(finishTokens(pending, deal(blinded, published), published.tokenKey)).toHaveLength(12)
  }
})
