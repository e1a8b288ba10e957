import { emptySnapshot, limits, type Problem } from '@kintsugi/model'
import { readPage } from './html/pageBlocks.ts'
import { pageLimits } from './html/pageText.ts'
import { lineOfWords, type Run, type TableBlock } from './markdown/blocks.ts'
import { readDocument } from './markdown.ts'
import type { ReadContext, Reading, Source } from './source.ts'
import { readTable } from './table/readTable.ts'

const format = 'html'
const general = (code: string, args: Problem['args'] = {}): Problem => ({ code, line: null, args })

const page = /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<table[\s>]|<!--StartFragment)/i
const fragment = /^\s*<(?:div|p|span|ul|ol|h[1-6]|section|article|google-sheets-html-origin|style)[\s>]/i

function detect(text: string, fileName: string): number {
  const head = text.replace(/^\ufeff/, '').slice(0, 20_000)
  if (page.test(head)) return 0.99
  // Markdown may begin with a tag or two.
  const closed = /<\/(?:div|p|span|ul|ol|li|h[1-6]|td|tr|table|section)>/i.test(head)
  if (fragment.test(head) && closed && !/^(?:#{1,6} \S|[-*] \S|\|.+\|)/m.test(head)) return 0.96
  return /\.x?html?$/i.test(fileName) && /<[a-z!]/i.test(head) ? 0.98 : 0
}

/** A cell as text: a link whose words are not its address keeps both. */
const cellText = (runs: readonly Run[]): string => {
  const words = lineOfWords(runs.map((run) => ({ ...run, text: run.text.replace(/\f/g, '\u2028') })))
  const plain = words.replace(/ ?\u2028 ?/g, '\n')
  const links = new Set(
    runs.flatMap(({ marks }) =>
      marks.flatMap(({ type, attrs }) => (type === 'link' ? [String(attrs?.href)] : [])),
    ),
  )
  const hidden = [...links].filter((href) => !plain.includes(href))
  const [only] = hidden
  if (
    only !== undefined &&
    hidden.length === 1 &&
    runs.every(({ marks }) => marks.some(({ type }) => type === 'link'))
  )
    return `[${plain}](${only})`
  return [plain, ...hidden].join(' ')
}

function ofTable(table: TableBlock, problems: readonly Problem[], context: ReadContext): Reading {
  const rows = table.rows.map(({ line, cells }) => {
    const texts = cells.map(cellText)
    return { line, cells: texts, raw: texts.join('\t') }
  })
  return readTable({ rows, delimiter: '\t', problems, format }, context)
}

/** A page or a piece of one, as saved, exported or pasted: its words, never its programs. A table alone is read as a sheet. */
export function readHtml(raw: string, context: ReadContext): Reading {
  const refuse = (problem: Problem): Reading => ({ format, snapshot: emptySnapshot(), problems: [problem] })
  const bytes = raw.length > limits.importBytes ? raw.length : new TextEncoder().encode(raw).length
  if (bytes > limits.importBytes)
    return refuse(general('tooLarge', { limit: limits.importBytes, size: bytes }))
  if (raw.includes('\0')) return refuse(general('notText'))
  const { text, title, problems, abandoned } = readPage(raw)
  if (abandoned) return refuse(general('pageTooDeep', { limit: pageLimits.open }))
  if (text.lines.length > pageLimits.lines)
    return refuse(general('tooManyLines', { limit: pageLimits.lines, count: text.lines.length }))
  if (text.blocks.length === 0) return refuse(general('empty'))
  const [only] = text.blocks
  if (only?.type === 'table' && text.blocks.length === 1) return ofTable(only, problems, context)
  const front = title === '' ? [] : [{ name: 'title', value: title, line: 1 }]
  return readDocument({ blocks: text.blocks, lines: text.lines, front, problems, format }, context)
}

export const htmlSource = { format, detect, read: readHtml } satisfies Source
