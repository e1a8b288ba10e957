import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSignedBy, makeEditKeys, signChange } from './editKey.ts'
import { padded, readPadded } from './padding.ts'
import { sealOf } from './seal.ts'

const round = 'r'.repeat(22)
const keys = makeEditKeys((count) => new Uint8Array(count).fill(7))
const others = makeEditKeys((count) => new Uint8Array(count).fill(8))
const change = { round, seal: 's'.repeat(43), serial: 1, text: 'やはり夜間の切替は二人で' }

it('[AY7] a seal is the hash of the canonical JSON', () => {
  const editKey = 'k'.repeat(43)
  const json = `{"column":"try","editKey":"${editKey}","round":"${round}","text":"二人で\\n確認"}`
  const expected = createHash('sha256').update(json).digest('base64url')
  expect(sealOf({ text: '二人で\n確認', editKey, round, column: 'try' })).toBe(expected)
  const half = sealOf({ round, column: 'try', text: 'a\ud800', editKey })
  expect(half).toBe(sealOf({ round, column: 'try', text: 'a\ufffd', editKey }))
})

it('[AY8] a change is signed by the key of its note, and for this change alone', () => {
  const signature = signChange(keys.secretKey, change) ?? ''
  expect(isSignedBy(keys.editKey, change, signature)).toBe(true)
  expect(isSignedBy(others.editKey, change, signature)).toBe(false)
  for (const other of [
    { ...change, text: null },
    { ...change, text: 'other' },
    { ...change, serial: 2 },
    { ...change, seal: 't'.repeat(43) },
    { ...change, round: 'q'.repeat(22) },
  ])
    expect(isSignedBy(keys.editKey, other, signature)).toBe(false)
})

it('[AY8] noise is no signature, no key and no secret', () => {
  expect(signChange('short', change)).toBeNull()
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 86, maxLength: 86 }), (key, signature) => {
      expect(isSignedBy(key, change, signature)).toBe(false)
      expect(isSignedBy(keys.editKey, change, signature)).toBe(false)
    }),
    { numRuns: 200 },
  )
  expect(isSignedBy('_'.repeat(43), change, '_'.repeat(86))).toBe(false)
})

it('[AY9] all bodies have one size, whatever is in them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const body = padded({ text }, 500)
      if ('problem' in body) throw new Error(body.problem.code)
      expect(body.length).toBe(500)
      expect(readPadded(body, 500)).toEqual({ value: { text } })
    }),
  )
})

it('[AY9] says what is too long, of another size, or no JSON', () => {
  expect(padded('あ'.repeat(33), 100)).toMatchObject({ problem: { code: 'noteTooLong' } })
  expect(padded('あ'.repeat(32), 100)).toHaveLength(100)
  expect(readPadded(new Uint8Array(99), 100)).toMatchObject({ problem: { code: 'anonymousSize' } })
  expect(readPadded(new Uint8Array(100), 100)).toMatchObject({ problem: { code: 'bodyNotJson' } })
  expect(readPadded(new Uint8Array(100).fill(255), 100)).toMatchObject({ problem: { code: 'bodyNotJson' } })
})

it('[AY10] keys and signatures come out the same from the same randomness', () => {
  expect(makeEditKeys((count) => new Uint8Array(count).fill(7))).toEqual(keys)
  expect(signChange(keys.secretKey, change)).toBe(signChange(keys.secretKey, change))
})
