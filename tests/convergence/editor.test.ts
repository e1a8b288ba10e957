import { fragmentOf, importSnapshot, openBoard, readSnapshot, type TextRef, writeText } from '@kintsugi/board'
import { incidentTexts, type RichText, type RichTextNode, timelineEntryTexts } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { getSchema } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'

const schema = getSchema([StarterKit.configure({ undoRedo: false })])
/** A text as the editor says it: with the defaults of its schema. */
const said = (text: RichText) => {
  const content = text.content.length === 0 ? [{ type: 'paragraph' }] : text.content
  const node = schema.nodeFromJSON({ ...text, content })
  node.check()
  return node.toJSON()
}
const ref = { part: 'incident', field: 'summary' } as const
const newBoard = () => openBoard(new Y.Doc(), { newId: () => '' })
function fragment(board: ReturnType<typeof newBoard>, text: TextRef): Y.XmlFragment {
  const found = fragmentOf(board, text)
  if (found === undefined) throw new Error('no such text')
  return found
}

const words = (text: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text,
  marks: marks.map((type) =>
    type === 'link'
      ? { type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }
      : { type: type as 'bold' },
  ),
})
const p = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const everything: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [words('見出し')] },
    p(
      words('a'),
      words('b', 'bold'),
      words('c', 'bold', 'italic', 'link'),
      { type: 'hardBreak' },
      words('d', 'code'),
    ),
    p(words('s', 'strike'), words('u', 'underline'), words('😀👨‍👩‍👧')),
    { type: 'paragraph' },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            p(words('1')),
            {
              type: 'orderedList',
              attrs: { start: 4 },
              content: [{ type: 'listItem', content: [p(words('2'))] }],
            },
          ],
        },
      ],
    },
    { type: 'blockquote', content: [p(words('q'))] },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [words('let a = 1\n\nlet b')] },
    { type: 'horizontalRule' },
  ],
}

describe('[BD18] the editor and the board mean the same text', () => {
  it('the editor reads what the board writes, and has nothing to add', () => {
    const board = newBoard()
    writeText(board, ref, everything)
    const before = Y.encodeStateVector(fragment(board, ref).doc ?? new Y.Doc())
    const node = yXmlFragmentToProseMirrorRootNode(fragment(board, ref), schema)
    node.check()
    expect(node.toJSON()).toEqual(said(everything))
    // What the editor cannot read it deletes: nothing may have gone.
    expect(Y.encodeStateVector(fragment(board, ref).doc ?? new Y.Doc())).toEqual(before)
  })

  it('the board reads what the editor writes', () => {
    const board = newBoard()
    prosemirrorJSONToYXmlFragment(schema, everything, fragment(board, ref))
    const { incident, unreadable } = readSnapshot(board)
    expect(unreadable).toEqual([])
    expect(said(incident.summary)).toEqual(said(everything))
    writeText(board, ref, incident.summary)
    expect(readSnapshot(board).incident.summary).toEqual(incident.summary)
  })

  it.each(['ja', 'en'] as const)('every text of a whole board (%s)', (language) => {
    const board = newBoard()
    importSnapshot(board, paymentTimeout[language])
    const snapshot = readSnapshot(board)
    const texts: [TextRef, RichText][] = [
      ...incidentTexts.map((field): [TextRef, RichText] => [
        { part: 'incident', field },
        snapshot.incident[field],
      ]),
      ...snapshot.timeline.flatMap((entry) =>
        timelineEntryTexts.map((field): [TextRef, RichText] => [
          { part: 'timeline', id: entry.id, field },
          entry[field],
        ]),
      ),
    ]
    for (const [text, content] of texts) {
      if (content.content.length === 0) continue
      const node = yXmlFragmentToProseMirrorRootNode(fragment(board, text), schema)
      expect(node.toJSON()).toEqual(said(content))
    }
    expect(texts.length).toBeGreaterThan(30)
  })
})
