import { readyCodes } from '@kintsugi/analysis'
import { createWords, languages, sayReady } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'

describe.each(languages)('the words of the ready check (%s)', (language) => {
  const { t } = createWords(language)
  const args = { count: 2, total: 5, most: 3, least: 3, off: 'holiday' }
  it.each(readyCodes)('[WRD1] say of %s what is missing, why that would help, and what is there', (code) => {
    for (const names of [[], ['営業', 'QA']]) {
      const missing = sayReady(t, language, { code, missing: true, args, names })
      const there = sayReady(t, language, { code, missing: false, args, names })
      for (const sentence of [missing.what, missing.why, there.what]) {
        expect(sentence).not.toMatch(/\{\{|ready\.points|undefined/)
        expect(sentence.length).toBeGreaterThan(1)
      }
      expect(missing.what).not.toBe(there.what)
    }
  })
  it('[WRD2] never scold: what is missing is said of the material, not of a person', () => {
    const blame = /\b(should have|failed|forgot|neglect|must)\b|べき|忘れ|怠|ミス|不足/i
    for (const code of readyCodes) {
      const { what, why } = sayReady(t, language, { code, missing: true, args, names: [] })
      expect(`${what} ${why}`).not.toMatch(blame)
    }
  })
})
