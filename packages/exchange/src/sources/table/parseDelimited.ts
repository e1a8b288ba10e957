import { limits, type Problem } from '@kintsugi/model'
import Papa from 'papaparse'
import { problemAt } from '../markdown/clockwork.ts'
import { isTime } from './cellTimes.ts'
import { namedColumn } from './columnWords.ts'

/** One record as written: its first line (1-based), its cells, and the text they were read from. */
export interface TableLine {
  line: number
  cells: string[]
  raw: string
}
export interface DelimitedText {
  rows: TableLine[]
  delimiter: string
  problems: Problem[]
}

export const tableLimits = {
  lines: 200_000,
  columns: 1000,
  /** Blanks in a row: the parser looks through them once a quote. */
  blanks: 200,
  /** Characters of a row that are looked at to tell the delimiter. */
  head: 20_000,
} as const

export const delimiters = [',', '\t', ';', '|'] as const
/** A sign that no text has: nothing is a quote. */
const noQuotes = '\u0000'

/** Some at a time: more of them are more than the search for a pattern has room for. */
const longBlanks = /[^\S\n]{201,100000}/g
const shortened = (text: string): string =>
  text.replace(longBlanks, (blanks) => blanks.slice(0, tableLimits.blanks))

/** The text with one kind of line end and without what makes reading it slow; lines stay where they were. */
export function tidied(raw: string): string {
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll(noQuotes, '')
  // What is left of many times a hundred thousand is once more too long.
  return shortened(shortened(text))
}

/** The first whole lines of a text, at most `length` characters. */
export function headOf(text: string, length: number = tableLimits.head): string {
  if (text.length <= length) return text
  const cut = text.lastIndexOf('\n', length)
  return text.slice(0, cut > 0 ? cut : length)
}

const looked = 30

/** `sep=;` in the first line is how Excel is told the delimiter. */
const excelHint = /^sep=(.)\n/

/** How much a text looks like a table when read with a delimiter: names in its head, times in its rows, rows of one width. */
function likeness(head: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: looked })
  const filled = data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const widths = filled.map(({ length }) => length).toSorted((a, b) => a - b)
  const usual = widths[Math.floor(widths.length / 2)] ?? 0
  if (usual < 2) return 0
  const even = widths.filter((width) => width === usual).length / widths.length
  const timed = filled.filter((cells) => cells.some((cell) => isTime(cell) !== null)).length / filled.length
  const names = filled
    .slice(0, 10)
    .map((cells) => new Set(cells.flatMap((cell) => namedColumn(cell)?.role ?? [])).size)
  return Math.max(0, ...names) + 2 * timed + even
}

export function delimiterOf(text: string): string {
  const hint = excelHint.exec(text.slice(0, 8))?.[1]
  if (hint) return hint
  const head = headOf(text)
  const likely = delimiters.map((delimiter) => ({ delimiter, like: likeness(head, delimiter) }))
  return likely.toSorted((a, b) => b.like - a.like)[0]?.delimiter ?? ','
}

function recordsOf(text: string, delimiter: string, quoteChar = '"'): (TableLine & { broken: boolean })[] {
  const records: (TableLine & { broken: boolean })[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar,
    step: ({ data, errors, meta }) => {
      const raw = text.slice(from, meta.cursor).replace(/\n$/, '')
      records.push({ line, cells: data, raw, broken: errors.some(({ type }) => type === 'Quotes') })
      line += text.slice(from, meta.cursor).split('\n').length - 1
      from = meta.cursor
    },
  })
  return records
}

/** A record whose quotes do not match has swallowed others: its lines are read one by one, at worst with the quotes as signs. */
function linesOf(broken: TableLine, delimiter: string): TableLine[] {
  return broken.raw.split('\n').flatMap((raw, i) => {
    const line = broken.line + i
    const [quoted] = recordsOf(raw, delimiter)
    if (quoted && !quoted.broken) return [{ line, cells: quoted.cells, raw }]
    return recordsOf(raw, delimiter, noQuotes).map(({ cells }) => ({ line, cells, raw }))
  })
}

/** Records of comma-, tab-, semicolon- or bar-separated text; every line is in one of them. */
export function parseDelimited(text: string): DelimitedText {
  const delimiter = delimiterOf(text)
  const problems: Problem[] = []
  const skipped = excelHint.exec(text.slice(0, 8))?.[0] ?? ''
  const rows = recordsOf(text.slice(skipped.length), delimiter).flatMap((record): TableLine[] => {
    const line = record.line + (skipped === '' ? 0 : 1)
    if (!record.broken) return [{ line, cells: record.cells, raw: record.raw }]
    problems.push(problemAt(line, 'quoteUnclosed'))
    return linesOf({ ...record, line }, delimiter)
  })
  return { rows, delimiter, problems }
}

/** What keeps a text from being read as a table at all. */
export function refusal(raw: string): Problem | null {
  const general = (code: string, args: Problem['args'] = {}): Problem => ({ code, line: null, args })
  const bytes = raw.length > limits.importBytes ? raw.length : new TextEncoder().encode(raw).length
  if (bytes > limits.importBytes) return general('tableTooLarge', { limit: limits.importBytes, size: bytes })
  if (raw.replace(/^\ufeff/, '').trim() === '') return general('empty')
  const lines = raw.split(/\r\n?|\n/).length
  if (lines > tableLimits.lines) return general('tooManyLines', { limit: tableLimits.lines, count: lines })
  const head = raw.slice(0, 8000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return strange * 20 > head.length ? general('notText') : null
}
