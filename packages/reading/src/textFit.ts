/** Text in SVG does not wrap by itself, and there is no browser to measure it: widths are estimated a little too wide. */
const narrow = /[iljtfrI1.,:;'|!()[\]\s-]/
const wide = /[mwMW@%—]/

/** Estimated width of a line in a sans serif font of this size, in the same unit. */
export function widthOfText(text: string, size: number): number {
  let ems = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0x2e80 && !(code >= 0xff61 && code <= 0xff9f)) ems += 1
    else if (narrow.test(character)) ems += 0.36
    else if (wide.test(character)) ems += 0.9
    else if (character >= 'A' && character <= 'Z') ems += 0.68
    else ems += 0.57
  }
  return ems * size
}

/** May not begin a line: closing brackets, punctuation, small kana. */
const closers = /^[\s、。，．・：；！？）」』】〉》〕’”…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ.,:;!?%)\]}]/
const openers = /[（「『【〈《〔‘“([{]$/

/** Particles and endings: in Japanese they belong to the word before them. */
const trailing = /^[\p{Script=Hiragana}ー]+$/u
/** Words written in katakana are often cut by dictionaries that do not know them. */
const katakana = /^[\p{Script=Katakana}ー]+$/u
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Pieces between which a line may end well: words, in Japanese phrases. Joined they are the text again. */
export function phrasesOf(text: string, language: string): string[] {
  const pieces: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1)
    const joined =
      last !== undefined &&
      (closers.test(segment) ||
        openers.test(last) ||
        (katakana.test(segment) && katakana.test(last.at(-1) ?? '')) ||
        (cjk.test(segment) && /\d\s?$/.test(last)) ||
        (trailing.test(segment) && !/[、。！？\s]$/.test(last)))
    if (joined) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

function fill(pieces: readonly string[], width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    // A piece too long for any line (an address, say) is cut by characters.
    const parts = widthOfText(piece.trimEnd(), size) > width ? [...piece] : [piece]
    for (const part of parts) {
      if (line !== '' && !closers.test(part) && widthOfText((line + part).trimEnd(), size) > width) {
        lines.push(line.trimEnd())
        line = part.trimStart()
      } else line += part
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Lines of about equal length, none wider than `width`, at most `most`; the last ends in … where text is left over. */
export function wrapText(
  text: string,
  { width, size, most, language }: { width: number; size: number; most: number; language: string },
): string[] {
  const phrases = phrasesOf(text.replace(/\s+/g, ' ').trim(), language)
  const lines = fill(phrases, width, size)
  if (lines.length > most) {
    const kept = lines.slice(0, most)
    const last = [...(kept.at(-1) ?? '')]
    while (widthOfText(`${last.join('')}…`, size) > width) last.pop()
    return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`]
  }
  let even = lines
  const least = Math.max(width / 2, ...phrases.map((phrase) => widthOfText(phrase.trimEnd(), size)))
  for (let tighter = width - size / 2; tighter > least; tighter -= size / 2) {
    const tried = fill(phrases, tighter, size)
    if (tried.length > lines.length) break
    even = tried
  }
  return even
}
