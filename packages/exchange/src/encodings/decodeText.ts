import type { Problem } from '@kintsugi/model'
import { plausible, reads, scoreOf, withReplacements } from './plausible.ts'

/** Names as the Encoding Standard has them; `shift_jis` is Windows' CP932. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'windows-1252',
] as const
export type TextEncoding = (typeof textEncodings)[number]

export interface DecodedText {
  text: string
  /** Of all or, where encodings are mixed, most of it; null where the bytes are no text. */
  encoding: TextEncoding | null
  /** Lines with characters that could not be read, or in another encoding; `notText` with the line of the first sign of it. */
  problems: Problem[]
}
export interface DecodeOptions {
  /** As a person has chosen it, or a header or `<meta>` says it: taken at its word. */
  declared?: string | undefined
}

/** Lines that are named one by one; the others are only counted. */
const mostLines = 100
/** More lines than any file that is read has; beyond them one encoding has to do. */
const mostSeparate = 20_000

function marked(bytes: Uint8Array): TextEncoding | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

function named(label: string): TextEncoding | null {
  try {
    const { encoding } = new TextDecoder(label.trim() === '' ? 'none' : label)
    return textEncodings.find((known) => known === encoding) ?? null
  } catch {
    // The only way to ask whether a label is known.
    return null
  }
}

const replaced = (line: string): number => line.split('\ufffd').length - 1

/** One encoding throughout, with the lines where it does not fit. */
function wholeIn(bytes: Uint8Array, encoding: TextEncoding, problems: Problem[] = []): DecodedText {
  const strict = reads(bytes, encoding)
  if (strict !== null) return { text: strict, encoding, problems }
  const text = withReplacements(bytes, encoding)
  const told = text.split('\n').flatMap((line, i): Problem[] => {
    const count = replaced(line)
    return count === 0 ? [] : [{ code: 'charactersReplaced', line: i + 1, args: { count, encoding } }]
  })
  return { text, encoding, problems: [...problems, ...told.slice(0, mostLines)] }
}

/** Line of the first zero byte or other sign that no text has. */
function lineOfBinary(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte < 7 || byte === 0xff)
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++
  return line
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline + 1
    yield bytes.subarray(start, end)
    start = end
  }
}

/** Of several that fit, the one whose reading looks most like writing; Shift_JIS where they look alike. */
function best(bytes: Uint8Array, encodings: readonly TextEncoding[]): TextEncoding | null {
  const fitting = encodings.flatMap((encoding) => {
    const text = reads(bytes, encoding)
    return text === null ? [] : [{ encoding, score: scoreOf(text) }]
  })
  return fitting.toSorted((a, b) => b.score - a.score)[0]?.encoding ?? null
}

const japanese = ['shift_jis', 'euc-jp'] as const

/** Lines in different encodings: each is read in its own. */
function lineByLine(bytes: Uint8Array): DecodedText {
  const written = [...linesOf(bytes)]
  if (written.length > mostSeparate) return wholeIn(bytes, best(bytes.subarray(0, 4000), japanese) ?? 'utf-8')
  const lines = written.map((line) => {
    const utf8 = reads(line, 'utf-8')
    const ascii = utf8 !== null && line.every((byte) => byte < 0x80)
    return { line, utf8, ascii, own: utf8 === null ? best(line, japanese) : ('utf-8' as TextEncoding) }
  })
  const weight = new Map<TextEncoding, number>()
  for (const { own, ascii } of lines) if (own && !ascii) weight.set(own, (weight.get(own) ?? 0) + 1)
  const main = [...weight].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'utf-8'
  const legacy =
    main === 'utf-8' ? ([...weight.keys()].find((known) => known !== 'utf-8') ?? 'shift_jis') : main
  const problems: Problem[] = []
  let others = 0
  const text = lines.map(({ line, utf8, ascii, own }, i) => {
    if (utf8 !== null && (ascii || main === 'utf-8')) return utf8
    // A short line may fit several: the one that the others are in comes first.
    const encoding = utf8 === null && reads(line, legacy) !== null ? legacy : (own ?? main)
    const words = withReplacements(line, encoding)
    const count = replaced(words)
    if (count > 0 && utf8 === null)
      problems.push({ code: 'charactersReplaced', line: i + 1, args: { count, encoding } })
    else if (encoding !== main) {
      others++
      problems.push({ code: 'lineEncoding', line: i + 1, args: { encoding } })
    }
    return words
  })
  const mixed: Problem[] =
    others > 0 ? [{ code: 'encodingMixed', line: null, args: { count: others, encoding: main } }] : []
  return { text: text.join(''), encoding: main, problems: [...mixed, ...problems.slice(0, mostLines)] }
}

/** Bytes of a file → its text: by its mark, as declared, as UTF-8, or as what it looks most like in Japanese or Western writing. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const mark = marked(bytes)
  if (mark) return wholeIn(bytes, mark)
  const declared = options.declared === undefined ? null : named(options.declared)
  if (declared) return wholeIn(bytes, declared)
  const found = detected(bytes)
  if (options.declared === undefined) return found
  const unknown = { code: 'encodingUnknown', line: null, args: { encoding: options.declared.slice(0, 40) } }
  return { ...found, problems: [unknown, ...found.problems] }
}

function detected(bytes: Uint8Array): DecodedText {
  if (bytes.includes(0)) {
    const wide = bytes.length % 2 === 0 ? best(bytes, ['utf-16le', 'utf-16be']) : null
    const text = wide ? reads(bytes, wide) : null
    if (wide && text !== null && plausible(text)) return { text, encoding: wide, problems: [] }
    return {
      text: '',
      encoding: null,
      problems: [{ code: 'notText', line: lineOfBinary(bytes), args: {} }],
    }
  }
  const high = bytes.some((byte) => byte >= 0x80)
  if (!high && bytes.includes(0x1b)) {
    const jis = reads(bytes, 'iso-2022-jp')
    if (jis !== null && /[^\p{ASCII}]/u.test(jis)) return { text: jis, encoding: 'iso-2022-jp', problems: [] }
  }
  const utf8 = reads(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', problems: [] }
  const legacy = best(bytes, japanese)
  const read = legacy ? reads(bytes, legacy) : null
  const western = reads(bytes, 'windows-1252') ?? ''
  // Japanese writing has signs beside each other; `it’s` and `café` have single ones between letters.
  if ((read === null || !/[^\p{ASCII}]{2}/u.test(read)) && westernOnly.test(western))
    return { text: western, encoding: 'windows-1252', problems: [] }
  if (legacy && read !== null) return { text: read, encoding: legacy, problems: [] }
  return lineByLine(bytes)
}

const westernOnly = /^[\p{ASCII}À-öø-ÿ’‘“”–—…•€™©®°£§«»¿¡\u00a0½²³µ·ŠšŽžŒœŸ]*$/u
