import { type Mark, plainTextOf, type RichText, type RichTextNode } from '@kintsugi/model'
import { createElement, Fragment, type ReactNode } from 'react'

const blocks = {
  paragraph: 'p',
  heading: 'h4',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  hardBreak: 'br',
  horizontalRule: 'hr',
} as const satisfies Record<string, string>
const marks = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  underline: 'u',
} as const

function marked(text: string, of: readonly Mark[] | undefined): ReactNode {
  return (of ?? []).reduce<ReactNode>((inner, mark) => {
    if (mark.type !== 'link') return createElement(marks[mark.type], null, inner)
    const href = mark.attrs?.href
    // Only what the model allows as evidence is a way out of the page.
    if (typeof href !== 'string' || !/^(https?:\/\/|mailto:)/i.test(href)) return inner
    return (
      <a key="link" href={href} target="_blank" rel="noreferrer noopener">
        {inner}
      </a>
    )
  }, text)
}

function drawn(node: RichTextNode, key: number): ReactNode {
  if (node.type === 'text') return <Fragment key={key}>{marked(node.text, node.marks)}</Fragment>
  const children = node.content?.map(drawn)
  return createElement(blocks[node.type], { key }, ...(children ? [children] : []))
}

export interface TextViewProps {
  text: RichText
  /** Shown in its place where it is empty. */
  empty?: string
  /** Cut after this many lines. */
  lines?: number
  className?: string
}
/** A rich text as it reads, without any editor around it. */
export function TextView({ text, empty, lines, className = '' }: TextViewProps) {
  const blank = plainTextOf(text) === ''
  return (
    <div
      className={`k-text ${className}`}
      style={lines === undefined ? undefined : { WebkitLineClamp: lines }}
      data-clamped={lines !== undefined}
      data-empty={blank}
    >
      {blank ? empty : text.content.map(drawn)}
    </div>
  )
}
