import { type Mark, plainTextOf, type RichText, type RichTextNode } from '@kintsugi/model'
import { Fragment, type ReactNode } from 'react'
import { linkRel, safeHref } from './safeHref.ts'

/** A text with its formatting. Everything is escaped by React; links that may not be followed are shown as words. */
export function RichTextView({ text }: { text: RichText }): ReactNode {
  return text.content.map((node, i) => <Block key={keyOf(node, i)} node={node} />)
}

/** A text as the words of a link: HTML knows no link within a link. */
export function LinkText({ text }: { text: RichText }): ReactNode {
  return <InlineText text={{ ...text, content: text.content.map(withoutLinks) }} />
}
function withoutLinks(node: RichTextNode): RichTextNode {
  if (node.type === 'text') return { ...node, marks: node.marks?.filter(({ type }) => type !== 'link') }
  return { ...node, content: node.content?.map(withoutLinks) }
}

/** A text where only a line fits: its formatting within the line, its blocks as line breaks. */
export function InlineText({ text }: { text: RichText }): ReactNode {
  const simple = text.content.length === 1 && text.content[0]?.type === 'paragraph'
  const [only] = text.content
  if (simple && only && only.type !== 'text') return <Children of={only} />
  return plainTextOf(text)
    .split('\n')
    .map((line, i) => (
      <Fragment key={keyOf(line, i)}>
        {i > 0 ? <br /> : null}
        {line}
      </Fragment>
    ))
}

/** The nodes have no identity of their own and the page is rendered once: place and kind are all a key can be. */
const keyOf = (node: RichTextNode | string, i: number): string =>
  `${i} ${typeof node === 'string' ? node : node.type}`

function Children({ of }: { of: Exclude<RichTextNode, { type: 'text' }> }): ReactNode {
  return (of.content ?? []).map((child, i) => <Block key={keyOf(child, i)} node={child} />)
}

function Block({ node }: { node: RichTextNode }): ReactNode {
  if (node.type === 'text') return <Marked marks={node.marks ?? []}>{node.text}</Marked>
  const children = <Children of={node} />
  switch (node.type) {
    case 'paragraph':
      return <p>{children}</p>
    case 'heading':
      // Below the page's own h2, whatever level the writer chose: the outline stays whole.
      return <h3>{children}</h3>
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
      return <ol>{children}</ol>
    case 'listItem':
      return <li>{children}</li>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'codeBlock':
      return (
        <pre>
          <code>{children}</code>
        </pre>
      )
    case 'hardBreak':
      return <br />
    case 'horizontalRule':
      return <hr />
  }
}

function Marked({ marks, children }: { marks: readonly Mark[]; children: ReactNode }): ReactNode {
  const [mark, ...rest] = marks
  if (!mark) return children
  const inner = <Marked marks={rest}>{children}</Marked>
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'strike':
      return <s>{inner}</s>
    case 'underline':
      return <u>{inner}</u>
    case 'code':
      return <code>{inner}</code>
    case 'link': {
      const href = safeHref(mark.attrs?.href)
      return href === undefined ? (
        inner
      ) : (
        <a href={href} rel={linkRel}>
          {inner}
        </a>
      )
    }
  }
}
