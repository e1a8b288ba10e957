const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
const slim = /[iljftIr.,:;'|()[\] ]/
const broad = /[A-Zmw@%&]/

/** 禁則: what begins no line, and what ends none. */
const noStart = /^[、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…‥％]/
const noEnd = /[（「『【〔〈《]$/

/** Width of one character in em: an estimate on the safe side, the same on every machine. */
function emOf(character: string): number {
  if (wide.test(character) || character.length > 1) return 1
  if (broad.test(character)) return 0.74
  return slim.test(character) ? 0.34 : 0.6
}

/**
 * Lines a text takes at a width, both in pixels; at least 1.
 * Cards on the canvas have their height before they are drawn (what is out of sight is never drawn), so it is estimated and not measured.
 */
export function linesOf(text: string, width: number, fontSize: number): number {
  const room = width / fontSize
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    let last = { word: '', length: 0 }
    // Latin words keep together; every ideograph may end a line.
    for (const word of paragraph.match(/[\u0021-\u024f]+|[^\u0021-\u024f]/gu) ?? []) {
      let length = 0
      for (const character of word) length += emOf(character)
      if (used + length <= room) used += length
      // A space hangs over the edge; what follows it begins the next line.
      else if (word === ' ') used = room
      else {
        lines += used === 0 ? 0 : 1
        lines += Math.max(0, Math.ceil(length / room) - 1)
        // What may not stand apart from the character before it takes that along.
        const along = noStart.test(word) || noEnd.test(last.word) ? last.length : 0
        used = (length % room) + along
      }
      last = { word, length }
    }
  }
  return Math.max(1, lines)
}
