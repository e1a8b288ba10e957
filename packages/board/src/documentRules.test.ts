import { richTextOf } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCause } from './causes.ts'
import { documentRules } from './documentRules.ts'
import { openHistory } from './history.ts'
import { importSnapshot } from './import.ts'
import { addKptNote } from './kpt.ts'
import { groupKptNotes } from './kptGroups.ts'
import { newId, participant, typeIn } from './participants.testing.ts'
import { removeItems } from './remove.ts'
import { type Board, boardRoots, fragmentOf, itemIn, things } from './shape.ts'
import { addTimelineEntry } from './timeline.ts'

const { admit, placeOf, rootPlace } = documentRules

/** What of a document the rules do not admit, as text. */
function refused(doc: Y.Doc): string[] {
  return [...doc.store.clients.values()].flat().flatMap((struct) => {
    if (!(struct instanceof Y.Item) || struct.deleted) return []
    const place = placeOf(struct.parent)
    if (place !== undefined && admit(place, struct.parentSub, struct.content) !== undefined) return []
    return [`${JSON.stringify(place)} ${struct.parentSub} ${struct.content.constructor.name}`]
  })
}

describe('documentRules', () => {
  it('[BD55] admit everything that verbs, undo and an editor write', () => {
    const me = participant()
    const history = openHistory(me.board)
    importSnapshot(me.board, paymentTimeout.ja)
    const notes = [addKptNote(me.board, { column: 'keep' }), addKptNote(me.board, { column: 'try' })]
    groupKptNotes(me.board, notes, 'g')
    const cause = addCause(me.board, { text: richTextOf('x'), placement: { x: 0.5, y: -2 } })
    const fragment = fragmentOf(me.board, { part: 'causes', id: cause, field: 'text' })
    typeIn(me, fragment, 'word')
    const words: unknown = fragment?.firstChild instanceof Y.XmlElement ? fragment.firstChild.get(0) : null
    if (words instanceof Y.XmlText) words.format(0, 2, { bold: {}, 'comment--AbCd0123': { id: 1 } })
    removeItems(me.board, [cause])
    history.undo()
    expect(refused(me.doc)).toEqual([])
  })

  it('[BD56] know no other root', () => {
    for (const { name } of boardRoots) expect(rootPlace(name)).toBeDefined()
    for (const name of ['', 'boards', '__proto__', 'toString', 'Timeline'])
      expect(rootPlace(name)).toBeUndefined()
    const doc = new Y.Doc()
    expect(placeOf(doc.getArray('other'))).toBeUndefined()
    expect(placeOf(new Y.Map())).toBeUndefined()
  })

  it.each<[string, (board: Board, id: string) => void]>([
    ['an id that is none', (board) => things(board, 'causes').set('short', new Y.Map())],
    ['__proto__ as a field', (board, id) => itemIn(board, 'timeline', id)?.set('__proto__', 1)],
    ['an unknown field', (board, id) => itemIn(board, 'timeline', id)?.set('colour', 'red')],
    ['an item that is a value', (board) => things(board, 'causes').set(newId(), 'x')],
    ['an item that is a list', (board) => things(board, 'causes').set(newId(), new Y.Array())],
    ['a map for a value', (board, id) => itemIn(board, 'timeline', id)?.set('kind', new Y.Map())],
    ['a value for a text', (board, id) => itemIn(board, 'timeline', id)?.set('text', 'x')],
    [
      'an element for a text',
      (board, id) => itemIn(board, 'timeline', id)?.set('text', new Y.XmlElement('p')),
    ],
    ['bytes', (board, id) => itemIn(board, 'timeline', id)?.set('kind', new Uint8Array(3))],
    ['a big integer', (board, id) => itemIn(board, 'timeline', id)?.set('kind', 10n)],
    ['not a number', (board, id) => itemIn(board, 'timeline', id)?.set('kind', { a: [Number.NaN] })],
    ['undefined', (board, id) => itemIn(board, 'timeline', id)?.set('kind', undefined)],
    [
      'a deep value',
      (board, id) => itemIn(board, 'timeline', id)?.set('kind', { a: { b: { c: { d: {} } } } }),
    ],
    [
      'a constructor in a value',
      (board, id) => itemIn(board, 'timeline', id)?.set('kind', { a: { constructor: 1 } }),
    ],
    ['a subdocument', (board, id) => itemIn(board, 'timeline', id)?.set('kind', new Y.Doc())],
    ['a fact nobody knows', (board) => things(board, 'incident').set('mood', 'x')],
    ['an incident text among the facts', (board) => things(board, 'incident').set('summary', 'x')],
    ['a link under a key that is none', (board) => things(board, 'links').set('x', {})],
    ['an embed', (board, id) => textAt(board, id)?.insertEmbed(0, { image: 'x' })],
    ['a text attribute with odd name', (board, id) => textAt(board, id)?.format(0, 1, { 'on click': {} })],
    ['a hook', (board, id) => textOf(board, id)?.push([new Y.XmlHook('x') as never])],
    ['an odd node', (board, id) => textOf(board, id)?.push([new Y.XmlElement('a b')])],
    ['an attribute named __proto__', (board, id) => elementAt(board, id)?.setAttribute('__proto__', 'x')],
    ['a map in a text', (board, id) => textOf(board, id)?.push([new Y.Map() as never])],
    ['a text too deep', (board, id) => nest(textOf(board, id), 24)],
  ])('[BD56] do not admit %s', (_what, write) => {
    const { doc, board } = participant()
    const id = addTimelineEntry(board, { text: richTextOf('words') })
    expect(refused(doc)).toEqual([])
    write(board, id)
    expect(refused(doc).length).toBeGreaterThan(0)
  })

  it('[BD56] a text may be 24 deep', () => {
    const { doc, board } = participant()
    const id = addTimelineEntry(board, {})
    nest(textOf(board, id), 23)
    expect(refused(doc)).toEqual([])
  })
})

const textOf = (board: Board, id: string) => fragmentOf(board, { part: 'timeline', id, field: 'text' })
function elementAt(board: Board, id: string): Y.XmlElement | undefined {
  const element = textOf(board, id)?.get(0)
  return element instanceof Y.XmlElement ? element : undefined
}
function textAt(board: Board, id: string): Y.XmlText | undefined {
  const text: unknown = elementAt(board, id)?.get(0)
  return text instanceof Y.XmlText ? text : undefined
}
function nest(fragment: Y.XmlFragment | undefined, levels: number): void {
  let parent = fragment
  for (let level = 0; level < levels; level += 1) {
    const element = new Y.XmlElement('blockquote')
    parent?.push([element])
    parent = element
  }
}
