import { limits, type Problem } from '@kintsugi/model'

/** Far beyond any postmortem; keeps the parser's work bounded whatever comes in. */
export const markdownLimits = {
  bytes: 1_000_000,
  lines: 20_000,
  lineLength: 20_000,
  /** Of one paragraph, and of the signs in it that may begin a mark: parsing those takes more than linear time. */
  paragraphLength: 40_000,
  paragraphMarks: 3_000,
  marks: 150_000,
  blanks: 200,
  /** Containers (quotes, lists) that begin on one line. */
  depth: 6,
  indent: 120,
} as const

export interface Guarded {
  /** The text to parse, lines where they were; null where there is nothing to read. */
  text: string | null
  problems: Problem[]
  /** Front matter's simple values. */
  front: { name: string; value: string; line: number }[]
}

const problem = (code: string, args: Problem['args'] = {}, line: number | null = null): Problem => ({
  code,
  line,
  args,
})

const longBlanks = /[ \t\u00a0\u3000]{201,}/g
const containers = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y
/** Cuts what would nest deeper than anybody reads: each level costs the parser time and stack. */
function boundLine(line: string): { line: string; bounded: boolean } {
  let at = 0
  let depth = 0
  for (;;) {
    containers.lastIndex = at
    const found = containers.exec(line)
    if (!found) break
    at += found[0].length
    depth++
    if (depth > markdownLimits.depth) return { line: '', bounded: true }
  }
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
  const flat = (indent > markdownLimits.indent ? line.trimStart() : line).replace(longBlanks, (blanks) =>
    blanks.slice(0, markdownLimits.blanks),
  )
  if (flat.length > markdownLimits.lineLength)
    return { line: flat.slice(0, markdownLimits.lineLength), bounded: true }
  return { line: flat, bounded: false }
}

function frontMatter(lines: string[]): Guarded['front'] {
  if (lines[0]?.trim() !== '---') return []
  const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0 || end > 200) return []
  const front = lines.slice(1, end).flatMap((line, i) => {
    const found = /^([A-Za-z][\w-]{0,40}):\s*(.+)$/.exec(line)
    const value = found?.[2]?.trim().replace(/^(["'])(.*)\1$/, '$2')
    return found?.[1] && value ? [{ name: found[1].toLowerCase(), value, line: i + 2 }] : []
  })
  lines.fill('', 0, end + 1)
  return front
}

const looksHtml = /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Cuts paragraphs that no person wrote. Code blocks, tables and lists are read line by line and cost no more than their length. */
class ParagraphBound {
  private length = 0
  private marks = 0
  private total = 0
  private fenced = false

  fits(line: string): boolean {
    const fence = /^\s{0,3}(?:```|~~~)/.test(line)
    if (fence) this.fenced = !this.fenced
    const marks = this.fenced ? 0 : (line.match(/[[\]*_`<!~]/g)?.length ?? 0)
    this.total += marks
    if (this.total > markdownLimits.marks) return false
    if (fence || this.fenced || /^\s*(?:$|\||[-+*] |\d{1,9}[.)] |#{1,6} )/.test(line)) {
      this.length = line.length
      this.marks = 0
      return true
    }
    this.length += line.length
    this.marks += marks
    return this.length <= markdownLimits.paragraphLength && this.marks <= markdownLimits.paragraphMarks
  }
}

/** Refuses what is not Markdown at all, and bounds the rest. */
export function guardMarkdown(raw: string): Guarded {
  const refuse = (...problems: Problem[]): Guarded => ({ text: null, problems, front: [] })
  const bytes = raw.length > markdownLimits.bytes ? raw.length : new TextEncoder().encode(raw).length
  const limit = Math.min(markdownLimits.bytes, limits.importBytes)
  if (bytes > limit) return refuse(problem('tooLarge', { limit, size: bytes }))
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (text.trim() === '') return refuse(problem('empty'))
  const head = text.slice(0, 8000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (head.includes('\0') || strange * 20 > head.length) return refuse(problem('notText'))
  if (looksHtml.test(head)) return refuse(problem('notMarkdown', { found: 'HTML' }))
  if (isJson(text)) return refuse(problem('notMarkdown', { found: 'JSON' }))
  const lines = text.split('\n')
  if (lines.length > markdownLimits.lines) {
    return refuse(problem('tooManyLines', { limit: markdownLimits.lines, count: lines.length }))
  }
  const front = frontMatter(lines)
  const problems: Problem[] = []
  const paragraph = new ParagraphBound()
  let cutBefore = false
  const bounded = lines.map((line, i) => {
    const one = boundLine(line)
    const result = paragraph.fits(one.line) ? one : { line: '', bounded: true }
    const cut = result.bounded && line.trim().length > 0
    if (cut && !cutBefore) problems.push(problem('lineCut', { limit: markdownLimits.lineLength }, i + 1))
    cutBefore = cut || (cutBefore && line.trim() === '')
    return result.line
  })
  return { text: bounded.join('\n'), problems, front }
}
