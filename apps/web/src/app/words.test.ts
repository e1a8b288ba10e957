import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWords, languages } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '..')
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => readFileSync(join(source, path), 'utf8'))
const keys = new Set(
  texts.flatMap((text) => [...text.matchAll(/\bt\(\s*'([a-z][\w.]+)'/gi)].map((m) => m[1] ?? '')),
)

describe('words of the client', () => {
  it.each(languages)('[WB14] every sentence the client asks for exists in %s', (language) => {
    const { t, exists } = createWords(language)
    const missing = [...keys].filter((key) => !exists(key) && !exists(`${key}_other`) && t(key) === key)
    expect(keys.size).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})
