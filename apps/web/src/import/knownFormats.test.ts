import { sources } from '@kintsugi/exchange'
import { createWords } from '@kintsugi/words'
import { expect, it } from 'vitest'
import { knownFormats } from './knownFormats.ts'

it('[WB27] every kind of text that is read has a name in both languages', () => {
  expect(sources.map(({ format }) => format).toSorted()).toEqual([...knownFormats])
  for (const language of ['ja', 'en'] as const) {
    const { t } = createWords(language)
    const names = knownFormats.map((format) => t(`importing.formats.${format}`))
    expect(names.filter((name) => name.includes('importing.'))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  }
})
