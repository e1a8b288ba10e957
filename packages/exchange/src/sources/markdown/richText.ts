import type { RichText, RichTextNode } from '@kintsugi/model'
import { emptyRichText } from '@kintsugi/model'
import { type Block, type Item, lineOfWords, type Run, wordsOf } from './blocks.ts'

const cjk = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/

/** A soft line end is a blank between words, and nothing between Japanese characters. */
function joinLines(text: string, followedBy: string): string {
  const [first = '', ...more] = text.split('\n')
  return more.reduce((joined, line, i) => {
    const [left, right] = [joined.trimEnd(), line.trimStart()]
    const next = right === '' && i === more.length - 1 ? followedBy : right
    return left + (cjk.test(left.charAt(left.length - 1)) && cjk.test(next.charAt(0)) ? '' : ' ') + right
  }, first)
}

export function inlineNodes(runs: readonly Run[]): RichTextNode[] {
  const nodes: RichTextNode[] = []
  const words = wordsOf(runs)
  let from = 0
  runs.forEach((run) => {
    from += run.text.length
    const pieces = joinLines(run.text, words.slice(from, from + 1)).split(/[\v\f]\n?/)
    pieces.forEach((piece, i) => {
      if (i > 0) nodes.push({ type: 'hardBreak' })
      if (piece !== '')
        nodes.push({ type: 'text', text: piece, ...(run.marks.length > 0 ? { marks: run.marks } : {}) })
    })
  })
  return trimEnds(joinEqual(nodes))
}

/** Neighbours with the same marks are one text, as a board keeps them. */
function joinEqual(nodes: readonly RichTextNode[]): RichTextNode[] {
  const joined: RichTextNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const same =
      last?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? [])
    if (same) joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

function trimEnds(nodes: RichTextNode[]): RichTextNode[] {
  const first = nodes[0]
  if (first?.type === 'text') first.text = first.text.trimStart()
  const last = nodes.at(-1)
  if (last?.type === 'text') last.text = last.text.trimEnd()
  return nodes.filter((node) => node.type !== 'text' || node.text !== '')
}

export function paragraphOf(runs: readonly Run[]): RichTextNode {
  const content = inlineNodes(runs)
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

function itemNode(item: Item): RichTextNode {
  const content = item.blocks.flatMap(blockNodes)
  const first = content[0]
  // ProseMirror's list item begins with a paragraph.
  return {
    type: 'listItem',
    content: first?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
  }
}

function blockNodes(block: Block): RichTextNode[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphOf(block.runs)]
    case 'heading':
      return [
        { type: 'heading', attrs: { level: Math.min(3, block.depth) }, content: inlineNodes(block.runs) },
      ]
    case 'code': {
      const text = block.text
      return [text === '' ? { type: 'codeBlock' } : { type: 'codeBlock', content: [{ type: 'text', text }] }]
    }
    case 'quote':
      return block.blocks.length > 0
        ? [{ type: 'blockquote', content: block.blocks.flatMap(blockNodes) }]
        : []
    case 'list':
      return [{ type: block.ordered ? 'orderedList' : 'bulletList', content: block.items.map(itemNode) }]
    case 'table':
      return block.rows.map((row) =>
        paragraphOf([{ text: row.cells.map(lineOfWords).join(' | '), marks: [] }]),
      )
  }
}

export function richTextFrom(blocks: readonly Block[]): RichText {
  const content = blocks.flatMap(blockNodes)
  return content.length > 0 ? { type: 'doc', content } : emptyRichText
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The text up to `limit` bytes, cut between blocks, or inside the first one where that is too long by itself. */
export function within(text: RichText, limit: number): { text: RichText; cut: boolean } {
  if (bytesOf(JSON.stringify(text)) <= limit) return { text, cut: false }
  const content: RichTextNode[] = []
  // The document around its blocks, and a comma behind each of them.
  let size = bytesOf(JSON.stringify(emptyRichText))
  for (const node of text.content) {
    const bytes = bytesOf(JSON.stringify(node)) + 1
    if (size + bytes > limit) break
    size += bytes
    content.push(node)
  }
  if (content.length === 0) {
    // Four bytes a character at most, so that what is kept fits.
    const words = firstWords(text.content[0], Math.floor(limit / 4))
    content.push({ type: 'paragraph', content: [{ type: 'text', text: words }] })
  }
  return { text: { type: 'doc', content }, cut: true }
}

function firstWords(node: RichTextNode | undefined, length: number): string {
  if (!node) return '…'
  if (node.type === 'text') return `${node.text.slice(0, length)}…`
  return firstWords(
    node.content?.find((child) => child.type !== 'hardBreak'),
    length,
  )
}
