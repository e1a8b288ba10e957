import type { TextEncoding } from './decodeText.ts'

/** Made once: a decoder costs more than most lines. Each call of theirs begins anew. */
const strict = new Map<TextEncoding, TextDecoder>()
const lenient = new Map<TextEncoding, TextDecoder>()
function decoder(encoding: TextEncoding, fatal: boolean): TextDecoder {
  const made = fatal ? strict : lenient
  const known = made.get(encoding) ?? new TextDecoder(encoding, { fatal })
  made.set(encoding, known)
  return known
}

/** What Windows has at 0x80–0x9f; some runtimes decode those as control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
function decode(bytes: Uint8Array, encoding: TextEncoding, fatal: boolean): string {
  const text = decoder(encoding, fatal).decode(bytes)
  return encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (sign) => windows.charAt(sign.charCodeAt(0) - 0x80))
    : text
}

export const withReplacements = (bytes: Uint8Array, encoding: TextEncoding): string =>
  decode(bytes, encoding, false)

/** The text of bytes in an encoding; null where one of them does not fit. */
export function reads(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return decode(bytes, encoding, true)
  } catch {
    // How the decoder says that bytes do not fit.
    return null
  }
}

const kana = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/g
const signs = /[\u3000-\u3002\u300c-\u3011\u301c\u30fb\uff01-\uff5e]/g
const kanji = /[\u3005\u4e00-\u9fff]/g
const halfKana = /[\uff61-\uff9f]/g
const strange = /[\u0080-\u009f\ue000-\uf8ff\ufffd]|[\u0400-\u04ff\u0370-\u03ff]/g

/** Stretches of signs beyond ASCII that are looked at. */
const looked = 4000
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** How much a text looks like Japanese writing, a sign beyond ASCII: kana and its marks tell most. */
export function scoreOf(text: string): number {
  const runs =
    text
      .slice(0, 400_000)
      .match(/[^\p{ASCII}]+/gu)
      ?.slice(0, looked) ?? []
  let score = 0
  let length = 0
  for (const run of runs) {
    const half = count(run, halfKana)
    const others = run.length - half
    score += 3 * count(run, kana) + 2 * count(run, signs) + count(run, kanji) - 3 * count(run, strange)
    // Half-width kana come among themselves; between kanji they are what other encodings leave behind.
    score += others === 0 ? half : -half
    // A sign of two bytes stands for what would be two of them.
    length += half + 2 * others
  }
  return length === 0 ? 0 : score / length
}

/** Whether nearly all signs are ones that people write: bytes read in pairs as UTF-16 seldom are. */
export function plausible(text: string): boolean {
  const head = text.slice(0, 100_000)
  const usual = head.match(
    /[\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u2030\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef\ud800-\udfff]/g,
  )
  return !head.includes('\0') && (usual?.length ?? 0) >= head.length * 0.95
}
