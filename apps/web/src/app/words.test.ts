import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createWords, languages } from '@kintsugi/words'
import * as firstWords from '@kintsugi/words/en/first'
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

/** What comes with the first sight: everything that is imported from here without waiting. */
function comesWith(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+\.tsx?)'/gm)) {
    comesWith(join(dirname(path), from), seen)
  }
  return seen
}

describe('first words', () => {
  it('[WB19] what comes with the first sight of home and of a board says only what the first words hold', () => {
    const seen = new Set<string>()
    for (const start of ['main.tsx', 'screens/home/HomeScreen.tsx', 'screens/board/BoardScreen.tsx']) {
      comesWith(join(source, start), seen)
    }
    expect(seen.size).toBeGreaterThan(50)
    const strays = [...seen].flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*['`]([a-z]\w*)\./g)]
        .filter(([, area = '']) => !Object.hasOwn(firstWords, area))
        .map(([call]) => `${path.slice(source.length + 1)}: ${call}`),
    )
    expect(strays).toEqual([])
  })
})
