import type { Mark } from '@kintsugi/model'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

import { addressGoesOn } from '../../addressGoesOn.ts'

type Root = ReturnType<typeof fromMarkdown>
type Content = Root['children'][number]
type ParentOf<T> = Extract<Content, { type: T }>

/** A stretch of words with the same marks. In `text`, `\n` is a soft line end, `\v` a hard one, `\f` a `<br>`. */
export interface Run {
  text: string
  marks: Mark[]
}
export interface Item {
  line: number
  checked: boolean | null
  blocks: Block[]
}
export type Block =
  | { type: 'paragraph'; line: number; runs: Run[] }
  | { type: 'heading'; line: number; runs: Run[]; depth: number }
  | { type: 'list'; line: number; ordered: boolean; items: Item[] }
  | { type: 'table'; line: number; rows: TableRow[] }
  | { type: 'code'; line: number; text: string }
  | { type: 'quote'; line: number; blocks: Block[] }
export interface TableRow {
  line: number
  cells: Run[][]
}
export type TableBlock = Extract<Block, { type: 'table' }>
export type Paragraph = Extract<Block, { type: 'paragraph' }>

/** `[[page]]`, `[[page|label]]`: a link to a page of somebody's own notes, of which only the words mean something here. */
const wikiLink = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/g
const safeUrl = /^(?:https?:\/\/|mailto:)\S+$/i
type Links = ReadonlyMap<string, string>
/** An address among words: punctuation of Japanese ends it, its letters do not (https://ja.wikipedia.org/wiki/障害). */
const bareUrl = new RegExp(
  String.raw`(https?://(?:${addressGoesOn}[^\s<>"\u3000-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65])+)`,
  'i',
)

/** Markdown takes an address written as it is up to the next blank; in Japanese that may be the end of the sentence. */
function bareLink({ url, children, position }: Extract<Content, { type: 'link' }>): string[] | null {
  const [only] = children
  if (only?.type !== 'text' || only.value !== url || !position) return null
  // As long as its words: without brackets around it.
  const length = (position.end.offset ?? 0) - (position.start.offset ?? 0)
  const parts = url.split(bareUrl)
  return length === url.length && parts.join('') === url && parts.length > 1 ? parts : null
}

/** Words without signs that would be taken for ours: line ends that were not written as such (`&#10;`), and those of other kinds. */
function asWritten({ value, position }: Extract<Content, { type: 'text' | 'inlineCode' }>): string {
  const lineEnds = position ? position.end.line - position.start.line : 0
  let surplus = value.split('\n').length - 1 - lineEnds
  return value.replace(/[\n\v\f]/g, (sign) => (sign === '\n' && surplus-- <= 0 ? sign : ' '))
}

function inlineRuns(node: Content, marks: Mark[], links: Links, out: Run[]): void {
  const into = (children: readonly Content[], mark?: Mark): void => {
    for (const child of children) inlineRuns(child, mark ? [...marks, mark] : marks, links, out)
  }
  const push = (text: string, own: Mark[] = marks): void => {
    if (text !== '') out.push({ text, marks: own })
  }
  const linkTo = (url: string | undefined): Mark | undefined =>
    url !== undefined && safeUrl.test(url) ? { type: 'link', attrs: { href: url } } : undefined
  switch (node.type) {
    case 'text':
      push(asWritten(node).replace(wikiLink, (_, page: string, label?: string) => label ?? page))
      break
    case 'inlineCode':
      push(asWritten(node), [...marks, { type: 'code' }])
      break
    case 'strong':
      into(node.children, { type: 'bold' })
      break
    case 'emphasis':
      into(node.children, { type: 'italic' })
      break
    case 'delete':
      into(node.children, { type: 'strike' })
      break
    case 'link': {
      const parts = bareLink(node)
      for (const part of parts ?? []) {
        const link = bareUrl.test(part) ? linkTo(part) : undefined
        push(part, link ? [...marks, link] : marks)
      }
      if (parts === null) into(node.children, linkTo(node.url))
      break
    }
    case 'linkReference':
      into(node.children, linkTo(links.get(node.identifier)))
      break
    case 'image':
    case 'imageReference':
      push((node.alt ?? '').replace(/[\n\v\f]/g, ' '))
      break
    case 'break':
      push('\v')
      break
    case 'html':
      push(/^<br\s*\/?>$/i.test(node.value.trim()) ? '\f' : '')
      break
    default:
      if ('children' in node) into(node.children as Content[])
  }
}

const lineOf = (node: { position?: { start: { line: number } } | undefined }): number =>
  node.position?.start.line ?? 1

function blocksOf(nodes: readonly Content[], links: Links): Block[] {
  return nodes.flatMap((node): Block[] => {
    const line = lineOf(node)
    const runs = (): Run[] => {
      const out: Run[] = []
      for (const child of (node as ParentOf<'paragraph'>).children) inlineRuns(child, [], links, out)
      return out
    }
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', line, runs: runs() }]
      case 'heading':
        return [{ type: 'heading', line, runs: runs(), depth: node.depth }]
      case 'code':
        return [{ type: 'code', line, text: node.value }]
      case 'blockquote':
        return [{ type: 'quote', line, blocks: blocksOf(node.children, links) }]
      case 'list':
        return [
          {
            type: 'list',
            line,
            ordered: node.ordered === true,
            items: node.children.map((item) => ({
              line: lineOf(item),
              checked: item.checked ?? null,
              blocks: blocksOf(item.children, links),
            })),
          },
        ]
      case 'table':
        return [
          {
            type: 'table',
            line,
            rows: node.children.map((row) => ({
              line: lineOf(row),
              cells: row.children.map((cell) => {
                const out: Run[] = []
                for (const child of cell.children) inlineRuns(child, [], links, out)
                return out
              }),
            })),
          },
        ]
      default:
        return []
    }
  })
}

function definitions(nodes: readonly Content[], into: Map<string, string>): Map<string, string> {
  for (const node of nodes) if (node.type === 'definition') into.set(node.identifier, node.url)
  return into
}

export function readBlocks(markdown: string): Block[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return blocksOf(root.children, definitions(root.children, new Map()))
}

export const wordsOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** Words on one line, blanks as people read them. */
export const lineOfWords = (runs: readonly Run[]): string => wordsOf(runs).replace(/\s+/g, ' ').trim()

/** The runs between two positions of `wordsOf(runs)`. */
export function sliceRuns(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): Run[] {
  let start = 0
  return runs.flatMap((run) => {
    const begin = Math.max(0, from - start)
    const end = Math.min(run.text.length, to - start)
    start += run.text.length
    return begin < end ? [{ ...run, text: run.text.slice(begin, end) }] : []
  })
}

/** Every word of a block, a line each. */
export function plainOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return lineOfWords(block.runs)
    case 'code':
      return block.text
    case 'quote':
      return block.blocks.map(plainOf).join('\n')
    case 'list':
      return block.items.map((item) => item.blocks.map(plainOf).join('\n')).join('\n')
    case 'table':
      return block.rows.map((row) => row.cells.map(lineOfWords).join(' | ')).join('\n')
  }
}

export interface RunLine {
  line: number
  runs: Run[]
}
/** The lines of a paragraph as written, each with its number. */
export function linesOf(paragraph: Paragraph): RunLine[] {
  const words = wordsOf(paragraph.runs)
  const lines: RunLine[] = []
  let from = 0
  let line = paragraph.line
  for (let i = 0; i <= words.length; i++) {
    const sign = i === words.length ? '\n' : words.charAt(i)
    if (sign !== '\n' && sign !== '\v' && sign !== '\f') continue
    // A hard break is followed by the line end it stands for.
    lines.push({ line, runs: sliceRuns(paragraph.runs, from, i) })
    if (sign !== '\f') line++
    from = i + 1
  }
  return lines
}
