import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuTime } from '@kintsugi/model/testing'
import Encoding from 'encoding-japanese'
import { describe, expect, it } from 'vitest'
import { decodeText, type TextEncoding } from './decodeText.ts'

const encoded = (text: string, encoding: TextEncoding): Uint8Array => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
    return encoding === 'utf-16le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16())
  }
  if (encoding === 'windows-1252') return new Uint8Array(Buffer.from(text, 'latin1'))
  const to = { shift_jis: 'SJIS', 'euc-jp': 'EUCJP', 'iso-2022-jp': 'JIS' } as const
  return Uint8Array.from(
    Encoding.convert(Encoding.stringToCode(text), { to: to[encoding], from: 'UNICODE', type: 'array' }),
  )
}
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const table = '日時,内容,担当\n2026/04/18 21:47,設定を本番へ反映,当番\n2026/04/18 22:45,差し戻し完了,ｻﾎﾟｰﾄ\n'
const samples = readdirSync(join(import.meta.dirname, '..', '..', 'samples'))
  .filter((name) => /^ja-.*\.md$/.test(name))
  .map(
    (name) => [name, readFileSync(join(import.meta.dirname, '..', '..', 'samples', name), 'utf8')] as const,
  )

describe.each(['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp'] as const)(
  '%s',
  (encoding) => {
    it.each([['a table', table] as const, ...samples])('[EX53] is found in %s', (_, text) => {
      // Signs that Japanese encodings do not have.
      const written = text.replace(/[〜—–]/g, '-').replace(/→/g, '->')
      const whole = encoding === 'iso-2022-jp' ? written.replace(/ｻﾎﾟｰﾄ/g, 'サポート') : written
      expect(decodeText(encoded(whole, encoding))).toEqual({ text: whole, encoding, problems: [] })
    })
  },
)

it.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const)('[EX53] the mark of %s is followed and taken off', (encoding, mark) => {
  expect(decodeText(joined(Uint8Array.from(mark), encoded(table, encoding)))).toEqual({
    text: table,
    encoding,
    problems: [],
  })
})

it.each([
  ['設定変更', 'shift_jis'],
  ['設定変更', 'euc-jp'],
  ['鈴木', 'shift_jis'],
  ['ｻｰﾊﾞｰ再起動', 'shift_jis'],
  ['ｱﾗｰﾄ,ｻｰﾊﾞｰ,ﾃﾞﾌﾟﾛｲ', 'shift_jis'],
  ['復旧を確認', 'euc-jp'],
  ['①髙橋が㈱に連絡', 'shift_jis'],
  ['It’s a café – “naïve”', 'windows-1252'],
  ['déployé à 21:47, problème résolu', 'windows-1252'],
] as const)('[EX53] the few words %s are told as %s', (text, encoding) => {
  const cp1252 = { '’': 0x92, '–': 0x96, '“': 0x93, '”': 0x94 } as Record<string, number>
  const special = { '①': [0x87, 0x40], 髙: [0xfb, 0xfc], '㈱': [0x87, 0x8a] } as Record<string, number[]>
  const bytes = joined(
    ...[...text].map((sign) => {
      if (encoding === 'windows-1252') return Uint8Array.of(cp1252[sign] ?? sign.charCodeAt(0))
      return special[sign] ? Uint8Array.from(special[sign]) : encoded(sign, encoding)
    }),
  )
  expect(decodeText(bytes)).toEqual({ text, encoding, problems: [] })
})

it('[EX53] a declared encoding is taken at its word; an unknown one is told', () => {
  const bytes = encoded(table, 'euc-jp')
  expect(decodeText(bytes, { declared: 'EUC-JP' })).toMatchObject({ text: table, encoding: 'euc-jp' })
  const wrong = decodeText(bytes, { declared: 'Shift_JIS' })
  expect(wrong.encoding).toBe('shift_jis')
  expect(wrong.problems[0]).toMatchObject({ code: 'charactersReplaced', line: 1 })
  const unknown = decodeText(bytes, { declared: 'ebcdic' })
  expect(unknown).toMatchObject({ text: table, encoding: 'euc-jp' })
  expect(unknown.problems).toEqual([{ code: 'encodingUnknown', line: null, args: { encoding: 'ebcdic' } }])
})

it('[EX54] lines in another encoding than the rest are read in their own, and named', () => {
  const bytes = joined(
    encoded('日時,内容\n2026/04/18 21:47,反映した\n', 'utf-8'),
    encoded('2026/04/18 21:50,警告が鳴った\n', 'shift_jis'),
    encoded('2026/04/18 21:55,plain\n2026/04/18 21:56,調査を始めた\n', 'utf-8'),
  )
  const { text, encoding, problems } = decodeText(bytes)
  expect(text.split('\n')[2]).toBe('2026/04/18 21:50,警告が鳴った')
  expect(text).not.toContain('\ufffd')
  expect(encoding).toBe('utf-8')
  expect(problems).toEqual([
    { code: 'encodingMixed', line: null, args: { count: 1, encoding: 'utf-8' } },
    { code: 'lineEncoding', line: 3, args: { encoding: 'shift_jis' } },
  ])
})

it('[EX54] what fits no encoding is replaced, counted and named with its line', () => {
  const bytes = joined(
    encoded('一行目です\n二', 'utf-8'),
    Uint8Array.of(0xe3, 0x81, 0xff, 0xff),
    encoded('\n三行目\n', 'utf-8'),
  )
  const { text, encoding, problems } = decodeText(bytes)
  expect(encoding).toBe('utf-8')
  expect(text.split('\n')[2]).toBe('三行目')
  expect(problems.map(({ code, line }) => [code, line])).toEqual([['charactersReplaced', 2]])
})

it('[EX54] bytes that are no text are refused with their line', () => {
  const image = Uint8Array.from({ length: 3001 }, (_, i) => (i * 37 + (i >> 3)) & 255)
  const { text, encoding, problems } = decodeText(joined(encoded('# ok\n\n', 'utf-8'), image))
  expect([text, encoding, problems.map(({ code }) => code)]).toEqual(['', null, ['notText']])
  expect(problems[0]?.line).toBeGreaterThanOrEqual(3)
})

it('[EX54] four million bytes are decoded within seconds, whatever they are', () => {
  const size = 4_000_000
  let seed = 7
  const noise = Uint8Array.from({ length: size }, () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return Math.max(1, (seed >> 16) & 255)
  })
  for (const bytes of [
    noise,
    new Uint8Array(size).fill(0x82),
    new Uint8Array(size).fill(0xa4),
    noise.map((byte, i) => (i % 3 === 0 ? 10 : byte)),
  ]) {
    const began = cpuTime()
    decodeText(bytes)
    expect(cpuTime() - began).toBeLessThan(12_000)
  }
})
