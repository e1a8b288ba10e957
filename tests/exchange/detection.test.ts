import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectSource } from '@kintsugi/exchange'
import { describe, expect, it } from 'vitest'

const real = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'real')
const files = existsSync(real)
  ? readdirSync(real, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  : []

describe.skipIf(files.length === 0)('real postmortems', () => {
  it.each(['as a file', 'pasted'])('[EX43] every one of them is told to be Markdown, %s', (how) => {
    const formats = files.map((file) => {
      const text = readFileSync(join(real, file), 'utf8')
      return [file, detectSource(text, how === 'pasted' ? '' : file)?.format]
    })
    expect(formats.filter(([, format]) => format !== 'markdown')).toEqual([])
  })
})
