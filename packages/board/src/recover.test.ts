import { idFromBytes, plainTextOf, type RichText, richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeAction } from './actions.ts'
import { openHistory } from './history.ts'
import {
  addAction,
  addCause,
  addEvidence,
  addKptNote,
  addTimelineEntry,
  type Board,
  changeTimelineEntry,
  describeIncident,
  linkItems,
  openBoard,
  readSnapshot,
  recoverCopy,
  removeItems,
  seedBoard,
  writeText,
} from './index.ts'

let last = 0
const newId = () =>
  idFromBytes(Uint8Array.from({ length: 16 }, (_, i) => (i < 12 ? 0 : (++last >> (i % 4)) & 255)))
type Side = { doc: Y.Doc; board: Board }

function side(from?: Y.Doc): Side {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  else seedBoard(doc, { boardId: 'b'.repeat(22) })
  return { doc, board: openBoard(doc, { newId }) }
}
const words = {
  noteIdFor: (text: string) =>
    idFromBytes(Uint8Array.from(Buffer.from(text.slice(-40).padEnd(40, 'x')).subarray(0, 16))),
  note: ({ content }: RichText): RichText => ({
    type: 'doc',
    content: [...richTextOf('Copy:').content, ...content],
  }),
}
const recover = (to: Side, copy: Side) => recoverCopy(to.board, copy.board, words)
const texts = ({ board }: Side) => readSnapshot(board).timeline.map(({ text }) => plainTextOf(text))
const asideOf = ({ board }: Side) => readSnapshot(board).freeNotes.map(({ text }) => plainTextOf(text))

/** A board, as the server has it, and a copy whose latest changes it refused. */
function parted() {
  const server = side()
  const entry = addTimelineEntry(server.board, { text: richTextOf('the database was slow') })
  const cause = addCause(server.board, { text: richTextOf('why') })
  const action = addAction(server.board, { text: richTextOf('do') })
  const copy = side(server.doc)
  return { server, copy, entry, cause, action }
}

describe('what comes back from a refused copy', () => {
  it('[OF9] items, links, words and values, as one step', () => {
    const { server, copy, entry, cause, action } = parted()
    writeText(
      copy.board,
      { part: 'timeline', id: entry, field: 'text' },
      richTextOf('the database was very slow'),
    )
    changeTimelineEntry(copy.board, entry, { kind: 'alert' })
    changeAction(copy.board, action, { due: '2026-05-01' })
    addEvidence(copy.board, entry, { url: 'https://example.com/graph' })
    describeIncident(copy.board, { title: 'Slow database' })
    writeText(copy.board, { part: 'incident', field: 'summary' }, richTextOf('All was slow'))
    addKptNote(copy.board, { column: 'keep', text: richTextOf('new') })
    linkItems(copy.board, { kind: 'evidence', from: entry, to: cause })
    // Meanwhile others write elsewhere.
    writeText(server.board, { part: 'causes', id: cause, field: 'text' }, richTextOf('why, by others'))

    const history = openHistory(server.board)
    const before = readSnapshot(server.board)
    expect(recover(server, copy)).toMatchObject({ aside: 0, left: 0 })
    const after = readSnapshot(server.board)
    expect(texts(server)).toEqual(['the database was very slow'])
    expect(after.timeline[0]?.kind).toBe('alert')
    expect(after.timeline[0]?.evidence).toMatchObject([{ url: 'https://example.com/graph' }])
    expect(after.actions[0]?.due).toBe('2026-05-01')
    expect(after.incident.title).toBe('Slow database')
    expect(plainTextOf(after.incident.summary)).toBe('All was slow')
    expect(after.kptNotes).toHaveLength(1)
    expect(after.links).toHaveLength(1)
    expect(plainTextOf(after.causes[0]?.text ?? richTextOf(''))).toBe('why, by others')
    expect(after.freeNotes).toEqual([])
    history.undo()
    expect(readSnapshot(server.board)).toEqual(before)
    history.stop()
  })

  it('[OF10] words changed on both sides stand beside each other, once', () => {
    const { server, copy, entry } = parted()
    const ref = { part: 'timeline' as const, id: entry, field: 'text' }
    writeText(copy.board, ref, richTextOf('the database was slow, said the copy'))
    writeText(server.board, ref, richTextOf('the database was slow, said others'))
    expect(recover(server, copy)).toEqual({ back: 0, aside: 1, left: 0 })
    expect(texts(server)).toEqual(['the database was slow, said others'])
    expect(asideOf(server)).toEqual(['Copy:\nthe database was slow, said the copy'])
    expect(recover(server, copy)).toEqual({ back: 0, aside: 0, left: 0 })
    expect(asideOf(server)).toHaveLength(1)
    removeItems(
      server.board,
      readSnapshot(server.board).freeNotes.map(({ id }) => id),
    )
    recover(server, copy)
    expect(asideOf(server)).toEqual([])
  })

  it('[OF10] words that only others deleted, or only others changed, are theirs', () => {
    const { server, copy, entry } = parted()
    const ref = { part: 'timeline' as const, id: entry, field: 'text' }
    writeText(server.board, ref, richTextOf('slow'))
    expect(recover(server, copy)).toEqual({ back: 0, aside: 0, left: 0 })
    expect(texts(server)).toEqual(['slow'])
  })

  it('[OF11] twice is as good as once; what would be refused again stays in the copy', () => {
    const { server, copy, entry } = parted()
    const ref = { part: 'timeline' as const, id: entry, field: 'text' }
    addKptNote(copy.board, { column: 'keep', text: richTextOf('y'.repeat(10_001)) })
    addKptNote(copy.board, { column: 'keep', text: richTextOf('fits') })
    writeText(copy.board, ref, richTextOf('x'.repeat(10_001)))
    describeIncident(copy.board, { title: 'A title' })
    expect(recover(server, copy)).toEqual({ back: 2, aside: 0, left: 2 })
    const once = readSnapshot(server.board)
    expect(texts(server)).toEqual(['the database was slow'])
    expect(once.kptNotes).toHaveLength(1)
    expect(recover(server, copy)).toEqual({ back: 0, aside: 0, left: 2 })
    expect(readSnapshot(server.board)).toEqual(once)
  })

  it('[OF11] words that would be too many together with those on the board stand beside them', () => {
    const server = side()
    const entry = addTimelineEntry(server.board, { text: richTextOf('a'.repeat(6000)) })
    const copy = side(server.doc)
    writeText(copy.board, { part: 'timeline', id: entry, field: 'text' }, richTextOf('b'.repeat(6000)))
    expect(recover(server, copy)).toEqual({ back: 0, aside: 1, left: 0 })
    expect(texts(server)).toEqual(['a'.repeat(6000)])
  })

  it('[OF12] a value that others have changed since stays', () => {
    const { server, copy } = parted()
    describeIncident(copy.board, { title: 'Of the copy', severity: 'sev1' })
    describeIncident(server.board, { title: 'Of the others' })
    expect(recover(server, copy)).toEqual({ back: 1, aside: 0, left: 1 })
    expect(readSnapshot(server.board).incident).toMatchObject({ title: 'Of the others', severity: 'sev1' })
    // What was brought back reaches the server like anything else that is typed.
    const other = side(server.doc)
    expect(readSnapshot(other.board)).toEqual(readSnapshot(server.board))
  })
})
