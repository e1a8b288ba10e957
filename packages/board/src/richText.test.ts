import {
  blockNames,
  markNames,
  type RichText,
  type RichTextNode,
  richTextOf,
  richTextSchema,
} from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeText } from './incident.ts'
import { addFreeNote } from './notes.ts'
import { meet, pair, participant, typeIn } from './participants.testing.ts'
import { fragmentOf } from './shape.ts'
import { readSnapshot } from './watch.ts'

const t = (text: string, marks?: { type: (typeof markNames)[number]; attrs?: Record<string, string> }[]) =>
  marks === undefined ? { type: 'text' as const, text } : { type: 'text' as const, text, marks }
const p = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const doc = (...content: RichTextNode[]): RichText => richTextSchema.parse({ type: 'doc', content })
const link = { type: 'link' as const, attrs: { href: 'https://example.org/' } }

const rich = doc(
  { type: 'heading', attrs: { level: 2 }, content: [t('原因')] },
  p(t('a '), t('b', [{ type: 'bold' }, { type: 'italic' }]), { type: 'hardBreak' }, t('c', [link])),
  p(t('x', [{ type: 'strike' }]), t('y', [{ type: 'code' }]), t('z', [{ type: 'underline' }])),
  {
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          p(t('one')),
          {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [{ type: 'listItem', content: [p(t('two'))] }],
          },
        ],
      },
    ],
  },
  { type: 'blockquote', content: [p(t('said'))] },
  { type: 'codeBlock', attrs: { language: 'sh' }, content: [t('ls\n-l')] },
  { type: 'horizontalRule' },
  { type: 'paragraph' },
)

describe('rich text', () => {
  it('[BD15] reads back as it was written, every block and mark', () => {
    const used = JSON.stringify(rich)
    for (const name of [...blockNames, ...markNames]) expect(used).toContain(`"${name}"`)
    const [a, b] = pair()
    const id = addFreeNote(a.board, { text: rich })
    meet(a, b)
    expect(readSnapshot(b.board).freeNotes).toEqual([{ id, text: rich, batch: null }])
    writeText(b.board, { part: 'freeNotes', id, field: 'text' }, richTextOf('short'))
    writeText(b.board, { part: 'freeNotes', id, field: 'text' }, rich)
    expect(readSnapshot(b.board).freeNotes[0]?.text).toEqual(rich)
    expect(readSnapshot(b.board).unreadable).toEqual([])
  })

  it('[BD16] what nobody knows is kept and listed; the rest reads on', () => {
    const { board } = participant()
    const id = addFreeNote(board, { text: doc(p(t('before'))) })
    const fragment = fragmentOf(board, { part: 'freeNotes', id, field: 'text' })
    const mention = new Y.XmlElement('mention')
    mention.setAttribute('name', 'x')
    const text = new Y.XmlText('after')
    text.format(0, 5, { sparkle: { much: true }, bold: {} })
    text.insertEmbed(5, { image: 'x' })
    const script = new Y.XmlText('click')
    script.format(0, 5, { link: { href: 'javascript:alert(1)' } })
    const heading = new Y.XmlElement<{ level: { deep: number } }>('heading')
    heading.setAttribute('level', { deep: 1 })
    fragment?.push([mention, text, script, heading as Y.XmlElement, new Y.XmlHook('hook') as never])
    const { freeNotes, unreadable } = readSnapshot(board)
    expect(freeNotes[0]?.text).toEqual(
      doc(p(t('before')), p(t('after', [{ type: 'bold' }])), p(t('click')), { type: 'heading' }),
    )
    expect(unreadable.map(({ reason }) => reason).sort()).toEqual([
      'attribute:heading.level',
      'embed',
      'mark:sparkle',
      'node:mention',
      'node:unknown',
      'unsafeLink',
    ])
    expect(unreadable.every((piece) => piece.part === 'freeNotes' && piece.id === `${id}/text`)).toBe(true)
    expect(JSON.parse(JSON.stringify(unreadable))).toEqual(unreadable)
    expect(fragment?.length).toBe(6)
  })

  it('[BD17] rewriting a text leaves what is the same alone', () => {
    const [a, b] = pair()
    const id = addFreeNote(a.board, { text: richTextOf('one\ntwo\nthree') })
    const ref = { part: 'freeNotes', id, field: 'text' } as const
    meet(a, b)
    writeText(a.board, ref, richTextOf('one\n2\nthree'))
    typeIn(b, fragmentOf(b.board, ref), '!')
    meet(a, b)
    expect(readSnapshot(a.board).freeNotes[0]?.text).toEqual(richTextOf('one\n2\nthree!'))
    const state = Y.encodeStateVector(a.doc)
    writeText(a.board, ref, richTextOf('one\n2\nthree!'))
    expect(Y.encodeStateVector(a.doc)).toEqual(state)
    // Within one paragraph, words that stay are not written again either.
    writeText(a.board, ref, richTextOf('one\n2 and a half\nthree!'))
    const second: unknown = fragmentOf(b.board, ref)?.get(1)
    const words: unknown = second instanceof Y.XmlElement ? second.get(0) : undefined
    if (words instanceof Y.XmlText) words.insert(0, '~')
    meet(a, b)
    expect(readSnapshot(a.board).freeNotes[0]?.text).toEqual(richTextOf('one\n~2 and a half\nthree!'))
  })
})
