import {
  actionSchema,
  type BoardSnapshot,
  boardParts,
  boardSnapshotSchema,
  causeSchema,
  emptySnapshot,
  freeNoteSchema,
  kptGroupSchema,
  kptNoteSchema,
  linkKey,
  participantSchema,
  plainTextOf,
  richTextOf,
  timelineEntrySchema,
} from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { addAction } from './actions.ts'
import { openHistory } from './history.ts'
import { importSnapshot, removeImport } from './import.ts'
import { describeIncident } from './incident.ts'
import { newId, participant } from './participants.testing.ts'
import { addTimelineEntry } from './timeline.ts'
import { readSnapshot } from './watch.ts'

const batch = newId()
const source = { format: 'test', batch, externalId: 'x', line: 1, original: '21:47 起きたこと' }
function draftOf(count: number, text: (index: number) => string): BoardSnapshot {
  return {
    ...emptySnapshot(),
    timeline: Array.from({ length: count }, (_, index) =>
      timelineEntrySchema.parse({ id: newId(), source, text: richTextOf(text(index)) }),
    ),
  }
}
/** The sizes of the updates that somebody's work sends. */
function sizes(doc: Y.Doc, work: () => void): number[] {
  const seen: number[] = []
  const see = (update: Uint8Array): void => void seen.push(update.length)
  doc.on('update', see)
  work()
  doc.off('update', see)
  return seen
}
const shape = ({ timeline, causes, actions, links, kptNotes, people, incident }: BoardSnapshot) => ({
  timeline: timeline.map(({ rank, ...rest }) => rest),
  causes: causes.map(({ rank, ...rest }) => rest),
  actions: actions.map(({ rank, ...rest }) => rest),
  people: people.map(({ rank, ...rest }) => rest),
  kptNotes: kptNotes.map(({ slot, ...rest }) => ({ ...rest, column: slot.column })),
  links: links.map(linkKey).sort(),
  incident,
})

describe('importSnapshot', () => {
  it.each(['ja', 'en'] as const)('[BD41] a whole board (%s) arrives as it is', (language) => {
    const { board } = participant()
    const example = boardSnapshotSchema.parse(paymentTimeout[language])
    const added = importSnapshot(board, example)
    expect(added.length).toBe(boardParts.reduce((sum, part) => sum + example[part].length, 0))
    expect(shape(readSnapshot(board))).toEqual(shape(example))
    expect(readSnapshot(board).placements).toEqual(example.placements)
    expect(importSnapshot(board, example)).toEqual([])
    expect(shape(readSnapshot(board))).toEqual(shape(example))
  })

  it('[BD40] a large import is many updates below 200 kB, and one step to undo and redo', () => {
    const { doc, board } = participant()
    const history = openHistory(board)
    addAction(board, {})
    const draft = draftOf(1000, (index) => `${index} データベースの接続が切れた `.repeat(20))
    draft.timeline[7] = timelineEntrySchema.parse({
      id: newId(),
      source,
      text: richTextOf('長い話'.repeat(100_000)),
      saw: richTextOf('a line\n'.repeat(5_000)),
    })
    draft.incident = { ...draft.incident, summary: richTextOf('要約 '.repeat(100_000)) }
    const empty = readSnapshot(board)
    const updates = sizes(doc, () => importSnapshot(board, draft))
    expect(updates.length).toBeGreaterThan(10)
    expect(Math.max(...updates)).toBeLessThan(200_000)
    const full = readSnapshot(board)
    expect(full.timeline.length).toBe(1000)
    expect(shape(full).timeline).toEqual(shape({ ...draft, actions: full.actions }).timeline)
    const undone = sizes(doc, () => expect(history.undo()).toEqual({ verb: 'importSnapshot', kept: [] }))
    expect(Math.max(...undone)).toBeLessThan(200_000)
    expect(readSnapshot(board)).toEqual(empty)
    expect(history.state()).toEqual({ undo: 'addAction', redo: 'importSnapshot' })
    const redone = sizes(doc, () => expect(history.redo()).toEqual({ verb: 'importSnapshot', kept: [] }))
    expect(readSnapshot(board)).toEqual(full)
    // One item cannot be cut: the one with 900 kB of text comes back as one.
    expect(redone.toSorted((x, y) => x - y).at(-3)).toBeLessThan(200_000)
    expect(history.undo()).toEqual({ verb: 'importSnapshot', kept: [] })
    expect(readSnapshot(board)).toEqual(empty)
    expect(history.undo()?.verb).toBe('addAction')
  })

  it('[BD41] what an import does not say stays empty for the next one', () => {
    const { board } = participant()
    importSnapshot(board, boardSnapshotSchema.parse({ incident: { title: 'from the chat' } }))
    const said = { status: 'ongoing', reportFirst: { headline: 'down' }, reportTo: 'all' } as const
    importSnapshot(board, boardSnapshotSchema.parse({ incident: { title: 'from the report', ...said } }))
    expect(readSnapshot(board).incident).toMatchObject({ title: 'from the chat', ...said })
    describeIncident(board, { status: 'resolved' })
    importSnapshot(board, boardSnapshotSchema.parse({ incident: said }))
    expect(readSnapshot(board).incident.status).toBe('resolved')
  })

  it('[BD41] fills only what is empty, and goes behind what is there', () => {
    const { board } = participant()
    describeIncident(board, { title: 'ours', tags: ['x'] })
    const first = addTimelineEntry(board, { text: richTextOf('first') })
    const draft = draftOf(3, (index) => String(index))
    draft.incident = {
      ...draft.incident,
      title: 'theirs',
      severity: 'sev1',
      tags: ['y'],
      timeZone: 'Asia/Tokyo',
      summary: richTextOf('s'),
    }
    importSnapshot(board, draft)
    const { incident, timeline } = readSnapshot(board)
    expect(incident).toMatchObject({ title: 'ours', severity: 'sev1', tags: ['x'], timeZone: 'Asia/Tokyo' })
    expect(plainTextOf(incident.summary)).toBe('s')
    expect(timeline.map(({ id, text }) => (id === first ? 'first' : plainTextOf(text)))).toEqual([
      'first',
      '0',
      '1',
      '2',
    ])
  })

  it('[BD42] removing an import takes its batch, of every part, and no more', () => {
    const { board } = participant()
    const own = [addTimelineEntry(board, {}), addAction(board, {})]
    const before = readSnapshot(board)
    const made = { batch }
    const draft = draftOf(2, String)
    Object.assign(draft, {
      people: [participantSchema.parse({ id: newId(), ...made })],
      causes: [causeSchema.parse({ id: newId(), ...made })],
      kptNotes: [kptNoteSchema.parse({ id: newId(), ...made })],
      kptGroups: [kptGroupSchema.parse({ id: newId(), ...made })],
      actions: [actionSchema.parse({ id: newId(), ...made })],
      freeNotes: [freeNoteSchema.parse({ id: newId(), ...made })],
    })
    expect(importSnapshot(board, draft).length).toBe(8)
    expect(removeImport(board, newId())).toBe(0)
    expect(removeImport(board, batch)).toBe(8)
    expect(readSnapshot(board)).toEqual(before)
    expect(own.length).toBe(2)
  })
})
