/**
 * What a spreadsheet takes for a formula: these signs at the beginning, also in full width and also behind blanks,
 * which some spreadsheets strip.
 */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u
/** Signed numbers and lone dashes cannot call anything: `-5`, `+9`, `−`, `--`, `- `. */
const harmless = /^\s*(?:[-+]?\d+(?:[.,]\d+)*%?|[-－]+)\s*$/
const control = /^[\t\r\n]/

/** A cell's words, with an apostrophe in front where a spreadsheet would run them. */
export function guardCell(text: string): string {
  if (control.test(text)) return `'${text}`
  return formula.test(text) && !harmless.test(text) ? `'${text}` : text
}

/** What guarding added, taken away again: for reading our own files. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && guardCell(text.slice(1)) !== text.slice(1) ? text.slice(1) : text
}

const cell = (text: string): string => {
  const guarded = guardCell(text.toWellFormed().replaceAll('\0', ''))
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** RFC 4180, with the byte order mark without which Excel takes UTF-8 for the machine's own encoding. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
