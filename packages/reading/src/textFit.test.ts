import fc from 'fast-check'
import { expect, it } from 'vitest'
import { phrasesOf, widthOfText, wrapText } from './textFit.ts'

const options = { width: 144, size: 13, most: 4, language: 'ja' }

it('[RD15] ends Japanese lines between phrases, about evenly', () => {
  expect(wrapText('検証環境が本番と違う設定値を使っていた', options)).toEqual([
    '検証環境が本番と違う',
    '設定値を使っていた',
  ])
  expect(phrasesOf('決済APIのタイムアウトにより 1,250 件の注文が失敗した', 'ja')).toEqual([
    '決済',
    'APIの',
    'タイムアウトにより ',
    '1,250 件の',
    '注文が',
    '失敗した',
  ])
})
it('[RD15] ends English lines between words, and says where there is more', () => {
  const lines = wrapText('one two three four five six seven eight nine ten eleven twelve', {
    ...options,
    most: 2,
  })
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
})
it('[RD15] never leaves its box, and loses nothing where there is room', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const lines = wrapText(text, { ...options, most: 100 })
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(wrapText(text, options).length).toBeLessThanOrEqual(4)
      expect(phrasesOf(text, 'ja').join('')).toBe(text)
    }),
  )
  for (const line of wrapText('https://example.com/a/very/long/address?with=everything&and=more', {
    ...options,
    most: 9,
  })) {
    expect(widthOfText(line, 13)).toBeLessThanOrEqual(144)
  }
})
