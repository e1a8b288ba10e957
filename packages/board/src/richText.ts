import {
  blockNames,
  evidenceUrlSchema,
  type Mark,
  markNames,
  type RichText,
  type RichTextNode,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { plain, sameJson } from './plain.ts'

/**
 * The binding of Tiptap (y-tiptap) fixes how rich text lies in the document: a node is an XmlElement with its
 * attributes as XML attributes, neighbouring text is one XmlText, a mark is a text attribute (name → its attrs).
 */
type Attrs = Record<string, string | number | boolean | null>
type XmlChild = Y.XmlElement | Y.XmlText | Y.XmlHook
export type ReadText = { text: RichText; unreadable: { reason: string; item: unknown }[] }

const isBlock = (name: string): name is (typeof blockNames)[number] =>
  (blockNames as readonly string[]).includes(name)
/** Overlapping marks carry a hash behind their name. */
const markNameOf = (key: string): string => key.replace(/--[a-zA-Z0-9+/=]{8}$/, '')

export function readRichText(fragment: Y.XmlFragment): ReadText {
  const unreadable: ReadText['unreadable'] = []

  const attrsOf = (raw: object, owner: string): Attrs | undefined => {
    const attrs: Attrs = {}
    for (const [key, value] of Object.entries(raw).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (value === undefined) continue
      if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
        Object.defineProperty(attrs, key, { value, enumerable: true, configurable: true, writable: true })
      } else unreadable.push({ reason: `attribute:${owner}.${key}`, item: plain(value) })
    }
    return Object.keys(attrs).length === 0 ? undefined : attrs
  }
  const marksOf = (attributes: Record<string, unknown>): Mark[] => {
    const marks: Mark[] = []
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null) continue
      const name = markNames.find((known) => known === markNameOf(key))
      const attrs = attrsOf(typeof value === 'object' ? value : {}, key)
      // A snapshot is rendered in many places; a link that could run script never gets into one.
      const unsafe = name === 'link' && !evidenceUrlSchema.safeParse(attrs?.href).success
      if (name === undefined) unreadable.push({ reason: `mark:${key}`, item: plain(value) })
      else if (unsafe) unreadable.push({ reason: 'unsafeLink', item: plain(value) })
      else marks.push(attrs === undefined ? { type: name } : { type: name, attrs })
    }
    // In which order marks were set means nothing; equal texts are to read equal.
    return marks.sort((a, b) => markNames.indexOf(a.type) - markNames.indexOf(b.type))
  }
  const textOf = (text: Y.XmlText, into: RichTextNode[]): void => {
    for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
      if (typeof insert !== 'string') unreadable.push({ reason: 'embed', item: plain(insert) })
      else if (insert !== '') {
        const marks = marksOf({ ...attributes })
        const last = into.at(-1)
        if (last?.type === 'text' && sameJson(last.marks ?? [], marks)) last.text += insert
        else
          into.push(
            marks.length === 0 ? { type: 'text', text: insert } : { type: 'text', text: insert, marks },
          )
      }
    }
  }
  const childrenOf = (parent: Y.XmlFragment): RichTextNode[] => {
    const nodes: RichTextNode[] = []
    for (const child of parent.toArray() as (XmlChild | Y.XmlFragment)[]) {
      if (child instanceof Y.XmlText) textOf(child, nodes)
      else if (child instanceof Y.XmlElement && isBlock(child.nodeName)) {
        const attrs = attrsOf(child.getAttributes(), child.nodeName)
        const content = childrenOf(child)
        nodes.push({
          type: child.nodeName,
          ...(attrs === undefined ? {} : { attrs }),
          ...(content.length === 0 ? {} : { content }),
        })
      } else {
        const name = child instanceof Y.XmlElement ? child.nodeName : 'unknown'
        unreadable.push({ reason: `node:${name}`, item: plain(child) })
      }
    }
    return nodes
  }

  const content: RichTextNode[] = []
  for (const node of childrenOf(fragment)) {
    // Text belongs in a block; lying loose it would be lost by whoever reads blocks.
    if (node.type === 'text') content.push({ type: 'paragraph', content: [node] })
    else content.push(node)
  }
  return { text: { type: 'doc', content }, unreadable }
}

const marksToAttributes = (marks: readonly Mark[] | undefined): Record<string, unknown> =>
  Object.fromEntries((marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]))

export function elementOf(node: Exclude<RichTextNode, { type: 'text' }>): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, never>>(node.type)
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    if (value !== null) element.setAttribute(key, value as never)
  }
  return element as Y.XmlElement
}

/** Adds nodes at the end, text in pieces; yields what each addition weighs in bytes, roughly and from above. */
export function* appendNodes(parent: Y.XmlFragment, nodes: readonly RichTextNode[]): Generator<number> {
  let text: Y.XmlText | null = null
  for (const node of nodes) {
    if (node.type !== 'text') {
      text = null
      const element = elementOf(node)
      parent.push([element])
      yield 40 + JSON.stringify(node.attrs ?? {}).length * 2
      yield* appendNodes(element, node.content ?? [])
      continue
    }
    if (text === null) {
      text = new Y.XmlText()
      parent.push([text])
    }
    const attributes = marksToAttributes(node.marks)
    for (const piece of piecesOf(node.text.toWellFormed())) {
      text.insert(text.length, piece, attributes)
      yield 60 + piece.length * 3 + JSON.stringify(attributes).length * 2
    }
  }
}

const pieceLength = 4000
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + pieceLength, text.length)
    // Never between the halves of a surrogate pair.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1
    yield text.slice(from, to)
    from = to
  }
}

/** Adds everything at the end, in the transaction at hand. */
export function appendRichText(parent: Y.XmlFragment, nodes: readonly RichTextNode[]): void {
  for (const _bytes of appendNodes(parent, nodes));
}

/** Makes the fragment read as `text`, touching only what differs, so that others' edits elsewhere in it survive. */
export function replaceRichText(fragment: Y.XmlFragment, text: RichText): void {
  const now = readRichText(fragment)
  const then = text.content
  // With something unreadable or loose in it, blocks and children do not correspond one to one.
  const aligned = now.unreadable.length === 0 && now.text.content.length === fragment.length
  const old = aligned ? now.text.content : []
  let same = 0
  while (same < old.length && same < then.length && sameJson(old[same], then[same])) same += 1
  let tail = 0
  while (
    tail < old.length - same &&
    tail < then.length - same &&
    sameJson(old[old.length - 1 - tail], then[then.length - 1 - tail])
  ) {
    tail += 1
  }
  const fresh = then.slice(same, then.length - tail)
  const only = fresh[0]
  if (
    fresh.length === 1 &&
    old.length - same - tail === 1 &&
    rewriteWords(fragment.get(same), old[same], only)
  )
    return
  fragment.delete(same, fragment.length - same - tail)
  const elements = fresh.map((node) =>
    elementOf(node.type === 'text' ? { type: 'paragraph', content: [node] } : node),
  )
  if (elements.length > 0) fragment.insert(same, elements)
  elements.forEach((element, index) => {
    const node = fresh[index]
    if (node !== undefined) appendRichText(element, node.type === 'text' ? [node] : (node.content ?? []))
  })
}

/** Where one block became another with the same form and plain words, changes the words between; false where not. */
function rewriteWords(
  block: unknown,
  now: RichTextNode | undefined,
  then: RichTextNode | undefined,
): boolean {
  if (now === undefined || then === undefined || now.type === 'text' || then.type === 'text') return false
  const words: unknown = block instanceof Y.XmlElement && block.length === 1 ? block.get(0) : undefined
  const [from, to] = [plainWords(now), plainWords(then)]
  if (!(words instanceof Y.XmlText) || from === null || to === null) return false
  if (now.type !== then.type || !sameJson(now.attrs ?? {}, then.attrs ?? {})) return false
  let same = 0
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1
  let tail = 0
  while (tail < Math.min(from.length, to.length) - same && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1
  const [start, end] = [
    from.slice(0, same).join('').length,
    from.slice(0, from.length - tail).join('').length,
  ]
  words.delete(start, end - start)
  words.insert(start, to.slice(same, to.length - tail).join(''), {})
  return true
}
/** The characters of a block that holds one run of text without marks; null where it holds anything else. */
function plainWords(node: Exclude<RichTextNode, { type: 'text' }>): string[] | null {
  const [run, more] = node.content ?? []
  if (run?.type !== 'text' || more !== undefined || (run.marks ?? []).length > 0) return null
  return [...run.text.toWellFormed()]
}
