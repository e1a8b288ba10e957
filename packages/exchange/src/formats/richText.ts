import type { Nodes, Parents, Root } from 'mdast'
import { documentOf } from './document/document.ts'
import type { Format } from './format.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * HTML as editors take it from the clipboard: elements and nothing else, no class, no style, no script. Tables say
 * `border` because Word draws none otherwise.
 */
export function htmlOf(tree: Root): string {
  const inner = (node: Parents): string => node.children.map((child) => element(child as Nodes)).join('')
  const element = (node: Nodes): string => {
    switch (node.type) {
      case 'root':
        return inner(node)
      case 'text':
        return escaped(node.value).replaceAll('\n', '<br>')
      case 'html':
        // The one piece of HTML a document's tree has is its line break.
        return '<br>'
      case 'break':
        return '<br>'
      case 'heading':
        return `<h${node.depth}>${inner(node)}</h${node.depth}>\n`
      case 'paragraph':
        return `<p>${inner(node)}</p>\n`
      case 'strong':
        return `<strong>${inner(node)}</strong>`
      case 'emphasis':
        return `<em>${inner(node)}</em>`
      case 'delete':
        return `<s>${inner(node)}</s>`
      case 'inlineCode':
        return `<code>${escaped(node.value)}</code>`
      case 'code':
        // A diagram's source is no picture where it is pasted.
        return node.lang === 'mermaid' ? '' : `<pre>${escaped(node.value)}</pre>\n`
      case 'link':
        return `<a href="${escaped(node.url)}">${inner(node)}</a>`
      case 'list': {
        const name = node.ordered ? 'ol' : 'ul'
        return `<${name}>\n${inner(node)}</${name}>\n`
      }
      case 'listItem': {
        const [first] = node.children
        const tick = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : ''
        if (node.children.length === 1 && first?.type === 'paragraph')
          return `<li>${tick}${inner(first)}</li>\n`
        return `<li>${tick}${inner(node)}</li>\n`
      }
      case 'blockquote':
        return `<blockquote>${inner(node)}</blockquote>\n`
      case 'thematicBreak':
        return '<hr>\n'
      case 'table': {
        const rows = node.children.map((row, i) => {
          const name = i === 0 ? 'th' : 'td'
          const cells = row.children.map((cell) => `<${name}>${inner(cell)}</${name}>`)
          return `<tr>${cells.join('')}</tr>\n`
        })
        return `<table border="1">\n${rows.join('')}</table>\n`
      }
      default:
        return 'children' in node ? inner(node) : ''
    }
  }
  return element(tree)
}

/** The words alone, for where nothing but text can be pasted: tables as tab-separated lines. */
export function plainOf(tree: Root): string {
  const words = (node: Nodes): string => {
    if (node.type === 'text' || node.type === 'inlineCode') return node.value
    if (node.type === 'html' || node.type === 'break') return ' '
    if (node.type === 'link') {
      const label = node.children.map((child) => words(child)).join('')
      return label === node.url ? label : `${label} <${node.url}>`
    }
    return 'children' in node ? node.children.map((child) => words(child as Nodes)).join('') : ''
  }
  const block = (node: Nodes, indent = ''): string => {
    switch (node.type) {
      case 'heading':
        return `\n${node.depth <= 2 ? '■ ' : '● '}${words(node)}\n`
      case 'table':
        return `${node.children.map((row) => row.children.map(words).join('\t')).join('\n')}\n`
      case 'list':
        return node.children.map((item) => block(item, indent)).join('')
      case 'listItem':
        return node.children
          .map((child, i) =>
            child.type === 'list'
              ? block(child, `${indent}  `)
              : `${indent}${i === 0 ? '・' : '  '}${block(child).trim()}\n`,
          )
          .join('')
      case 'code':
        return node.lang === 'mermaid' ? '' : `${node.value}\n`
      case 'thematicBreak':
        return ''
      case 'blockquote':
        return node.children.map((child) => block(child)).join('')
      default:
        return `${words(node)}\n`
    }
  }
  return `${tree.children
    .map((node) => block(node))
    .join('')
    .trim()}\n`
}

/** Both sides of what goes onto the clipboard. */
export function clipboardOf(...[snapshot, context]: Parameters<Format['write']>): {
  html: string
  text: string
} {
  const tree = documentOf(snapshot, context)
  return { html: htmlOf(tree), text: plainOf(tree) }
}

export const richText = {
  name: 'richText',
  mediaType: 'text/html',
  extension: 'html',
  write: (snapshot, context) => htmlOf(documentOf(snapshot, context)),
} satisfies Format
