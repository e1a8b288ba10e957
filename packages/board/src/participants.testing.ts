import { idFromBytes } from '@kintsugi/model'
import * as Y from 'yjs'
import { seedBoard } from './seed.ts'
import { type Board, openBoard } from './shape.ts'

let ids = 0
export function newId(): string {
  ids += 1
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(0, ids * 2654435761)
  return idFromBytes(bytes)
}

export type Participant = { doc: Y.Doc; board: Board }
let clients = 1

/** Copies of one seeded board that hear nothing from each other until they `meet`. */
export function participants(count: number): Participant[] {
  const seeded = new Y.Doc()
  seedBoard(seeded, { boardId: newId() })
  return Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    clients += 1
    doc.clientID = clients
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seeded))
    return { doc, board: openBoard(doc, { newId }) }
  })
}
export function participant(): Participant {
  const [one] = participants(1)
  if (one === undefined) throw new Error('nobody came')
  return one
}
export function pair(): [Participant, Participant] {
  const [one, other] = participants(2)
  if (one === undefined || other === undefined) throw new Error('nobody came')
  return [one, other]
}

/** Everybody hears everything. */
export function meet(...all: Participant[]): void {
  for (let round = 0; round < 2; round += 1) {
    for (const from of all) {
      for (const to of all) {
        const news = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc))
        if (from !== to) Y.applyUpdate(to.doc, news, 'network')
      }
    }
  }
}

/** The origin of an editor's binding, as history knows it. */
export const editor = { key: 'y-sync$' }
/** Types at the end of a text, as an editor does: in its last paragraph, or a first one. */
export function typeIn({ doc }: Participant, fragment: Y.XmlFragment | undefined, word: string): void {
  if (fragment === undefined) throw new Error('no such text')
  doc.transact(() => {
    if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement('paragraph')])
    const paragraph: unknown = fragment.get(fragment.length - 1)
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph')
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const text: unknown = paragraph.get(paragraph.length - 1)
    if (text instanceof Y.XmlText) text.insert(text.length, word)
  }, editor)
}
