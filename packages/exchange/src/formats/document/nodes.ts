import { type Evidence, type Mark, plainTextOf, type RichText, type RichTextNode } from '@kintsugi/model'
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
} from 'mdast'

import { addressGoesOn } from '../../addressGoesOn.ts'

/** A document is a tree of Markdown's nodes: one tree, written as Markdown, as HTML for the clipboard, as plain text. */
const allowed = /^(?:https?:\/\/|mailto:)\S+$/i
const bareUrl = new RegExp(
  String.raw`https?://(?:${addressGoesOn}[^\s<>"'\x60|\\^{}\u3000-\u303f\uff00-\uffef])+(?<![.,;:!?)\]])`,
  'g',
)

/** Characters that no document can hold, made harmless. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const clean = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

export const textNode = (value: string): PhrasingContent => ({ type: 'text', value: clean(value) })
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [textNode(value)] })
export const lineBreak = (): PhrasingContent => ({ type: 'html', value: '<br>' })

/** A link where the address may be followed; its words where not. */
export function linkTo(url: string, label: string): PhrasingContent[] {
  if (!allowed.test(url)) return [textNode(label === '' ? url : label === url ? url : `${label} ${url}`)]
  return [{ type: 'link', url, children: [textNode(label === '' ? url : label)] }]
}

/** Plain words; addresses in them can be followed, as they can on the board's page. */
export function words(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let from = 0
  for (const found of text.matchAll(bareUrl)) {
    if (found.index > from) nodes.push(textNode(text.slice(from, found.index)))
    nodes.push(...linkTo(found[0], ''))
    from = found.index + found[0].length
  }
  if (from < text.length) nodes.push(textNode(text.slice(from)))
  return nodes
}

function marked(text: string, marks: readonly Mark[]): PhrasingContent[] {
  const [mark, ...rest] = marks
  if (!mark) return words(text)
  if (marks.some(({ type }) => type === 'code')) {
    const code: PhrasingContent = { type: 'inlineCode', value: clean(text) }
    const href = marks.find(({ type }) => type === 'link')?.attrs?.href
    return typeof href === 'string' && allowed.test(href)
      ? [{ type: 'link', url: href, children: [code] }]
      : [code]
  }
  if (mark.type === 'link') {
    const href = mark.attrs?.href
    const inner = rest.length > 0 ? marked(text, rest) : [textNode(text)]
    if (typeof href !== 'string' || !allowed.test(href)) return inner
    return [{ type: 'link', url: href, children: inner.filter(({ type }) => type !== 'link') as never }]
  }
  const children = marked(text, rest)
  // A mark around nothing but blanks is none.
  if (text.trim() === '') return children
  if (mark.type === 'bold') return [{ type: 'strong', children }]
  if (mark.type === 'italic') return [{ type: 'emphasis', children }]
  if (mark.type === 'strike') return [{ type: 'delete', children }]
  return children
}

function phrases(nodes: readonly RichTextNode[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return marked(node.text, node.marks ?? [])
    return node.type === 'hardBreak' ? [lineBreak()] : phrases(node.content ?? [])
  })
}

type Flow = BlockContent | DefinitionContent
/** Headings stand below those of the document. */
function flow(node: RichTextNode): Flow[] {
  if (node.type === 'text' || node.type === 'hardBreak')
    return [{ type: 'paragraph', children: phrases([node]) }]
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return content.length > 0 ? [{ type: 'paragraph', children: phrases(content) }] : []
    case 'heading':
      return [{ type: 'heading', depth: 4, children: phrases(content) }]
    case 'bulletList':
    case 'orderedList':
      return [
        {
          type: 'list',
          ordered: node.type === 'orderedList',
          spread: false,
          children: content.map(
            (item): ListItem => ({ type: 'listItem', spread: false, children: flow(item) }),
          ),
        },
      ]
    case 'listItem':
      return content.flatMap(flow)
    case 'blockquote':
      return [{ type: 'blockquote', children: content.flatMap(flow) }]
    case 'codeBlock':
      return [
        {
          type: 'code',
          value: clean(content.map((child) => (child.type === 'text' ? child.text : '')).join('')),
        },
      ]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
  }
}
export const prose = (text: RichText): Flow[] => text.content.flatMap(flow)

/** A text in a cell: its formatting within each line, its blocks as line breaks, code as code. */
export function inCell(text: RichText): PhrasingContent[] {
  return text.content.flatMap((node, i) => {
    const between = i === 0 ? [] : [lineBreak()]
    if (node.type === 'paragraph') return [...between, ...phrases(node.content ?? [])]
    const plain = plainTextOf({ type: 'doc', content: [node] })
    if (node.type !== 'codeBlock') return [...between, ...linesOf(plain)]
    const code = plain
      .split('\n')
      .flatMap((line, n): PhrasingContent[] => [
        ...(n === 0 ? [] : [lineBreak()]),
        ...(line.trim() === '' ? [] : [{ type: 'inlineCode' as const, value: clean(line) }]),
      ])
    return [...between, ...code]
  })
}
export function linesOf(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((line, i) => (i === 0 ? words(line) : [lineBreak(), ...words(line)]))
}

function hrefsIn(nodes: readonly RichTextNode[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'text'
      ? (node.marks ?? []).flatMap(({ attrs }) => (typeof attrs?.href === 'string' ? [attrs.href] : []))
      : hrefsIn(node.content ?? []),
  )
}
/** The evidence that the text beside it does not link to already. */
export function evidenceLinks(evidence: readonly Evidence[], text: RichText): PhrasingContent[] {
  const linked = new Set(hrefsIn(text.content))
  return evidence
    .filter(({ url }) => !linked.has(url))
    .flatMap(({ url, label }, i) => [...(i > 0 ? [lineBreak()] : []), ...linkTo(url, label)])
}

export const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [textNode(value.replace(/\s+/g, ' '))],
})
export const paragraph = (children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children })
export const list = (items: Flow[][], checked: (boolean | null)[] = []): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children, i) => ({
    type: 'listItem',
    spread: false,
    checked: checked[i] ?? null,
    children,
  })),
})
const cellOf = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children })
export const table = (head: readonly string[], rows: readonly PhrasingContent[][][]): Table => ({
  type: 'table',
  children: [
    { type: 'tableRow', children: head.map((title) => cellOf([textNode(title)])) },
    ...rows.map((row) => ({ type: 'tableRow' as const, children: row.map(cellOf) })),
  ],
})
