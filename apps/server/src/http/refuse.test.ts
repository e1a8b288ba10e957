import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWords, problemSentence } from '@kintsugi/words'
import { expect, it } from 'vitest'
import { refusalStatus } from './refuse.ts'

const source = join(import.meta.dirname, '..')

/** Every code that the server's source refuses with, as it is written there. */
function codesInSource(): string[] {
  const pattern = /\b(?:problemOf|refused|unavailable|refusal|failure)\('([a-zA-Z]+)'/g
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(pattern)].map((match) => match[1] ?? ''),
    )
}

it('[HT1] has a sentence in both languages for every code the server refuses with', () => {
  const codes = new Set([...codesInSource(), ...Object.keys(refusalStatus)])
  expect(codes.size).toBeGreaterThan(40)
  for (const language of ['ja', 'en'] as const) {
    const { t } = createWords(language)
    const mute = [...codes].filter((code) => problemSentence(t, { code, args: {} }) === null)
    expect([language, mute]).toEqual([language, []])
  }
})
