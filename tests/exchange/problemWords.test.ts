import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWords, languages } from '@kintsugi/words'
import { expect, it } from 'vitest'

const source = join(import.meta.dirname, '..', '..', 'packages', 'exchange', 'src')
const reported =
  /\b(?:report|general|problemOf|problem|fail)\(\s*'([a-zA-Z]+)'|\bproblemAt\([^,()]+,\s*'([a-zA-Z]+)'|\bcode: '([a-zA-Z]+)'|\? '([a-z]+[A-Z]\w+)' : '([a-z]+[A-Z]\w+)'/g

const codes = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(reported)])
    .flatMap((match) => match.slice(1).filter((code) => code !== undefined)),
)

it.each(languages)('every problem that a reader reports has its sentence (%s)', (language) => {
  const words = createWords(language)
  expect(codes.size).toBeGreaterThan(30)
  const blocks = ['orderedList', 'bulletList']
  expect(
    [...codes].filter((code) => !blocks.includes(code)).filter((code) => !words.exists(`problem.${code}`)),
  ).toEqual([])
})
