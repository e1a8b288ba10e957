const dashes = /[‐‑‒–—―−]/
const waves = /[〜～∿]/

function foldUnit(unit: string): string {
  if (unit <= '\x7f') return unit
  if (waves.test(unit)) return '〜'
  if (dashes.test(unit)) return '-'
  if (unit === '【' || unit === '〔' || unit === '「') return '['
  if (unit === '】' || unit === '〕' || unit === '」') return ']'
  if (unit === '∶') return ':'
  const normal = unit.normalize('NFKC')
  return normal.length === 1 ? normal : unit
}

/**
 * Full-width digits, colons, brackets, blanks and every dash in their plain form, one code unit for one:
 * a position in the folded text is the same position in what was written.
 */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII needs no folding
  if (/^[\x00-\x7f]*$/.test(text)) return text
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i))
  return folded
}
