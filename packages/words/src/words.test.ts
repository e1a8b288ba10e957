import { describe, expect, it } from 'vitest'
import * as en from './en/index.ts'
import { createWords, languages, sayFinding } from './index.ts'

/** Every key with its text, `a.b.c`. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : sentences(value as object, `${path}${key}.`),
  )
}

describe('findings', () => {
  it.each(languages)('[WD5] says what and why, with codes as words (%s)', (language) => {
    const { t } = createWords(language)
    const said = sayFinding(t, {
      code: 'timeline.milestoneOrder',
      args: { earlier: 'identified', later: 'mitigated' },
    })
    expect(said.what).toContain(t('terms.milestone.identified'))
    expect(said.what).toContain(t('terms.milestone.mitigated'))
    expect(said.why.length).toBeGreaterThan(10)
  })
  it('[WD5] says lengths of time as lengths of time', () => {
    const finding = { code: 'timeline.silentGap', args: { ms: 89_940_000 } }
    expect(sayFinding(createWords('ja').t, finding).what).toBe('1日、記録がありません。')
    expect(sayFinding(createWords('en').t, { ...finding, args: { ms: 2_340_000 } }).what).toContain('39 min')
  })
  it.each(languages)('[WD6] never names a person as the cause (%s)', (language) => {
    const { t } = createWords(language)
    const blame =
      /\b(fault|blame|careless|should have|failed to|forgot|you did)\b|べきだった|不注意|ミス|怠|忘れた/i
    for (const [key] of sentences(en.findings, 'findings.')) expect(t(key)).not.toMatch(blame)
  })
})
