import {
  type BoardSnapshot,
  causeSchema,
  emptySnapshot,
  kptNoteSchema,
  linkKey,
  plainTextOf,
  richTextOf,
  timelineEntrySchema,
} from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { openHistory } from './history.ts'
import { beginImport, importSnapshot, removeImport } from './import.ts'
import { describeIncident } from './incident.ts'
import { addFreeNote } from './notes.ts'
import { meet, newId, pair, participant } from './participants.testing.ts'
import { removeItems } from './remove.ts'
import { addTimelineEntry } from './timeline.ts'
import { readSnapshot } from './watch.ts'

const batch = newId()
function pieceOf(from: number, to: number) {
  const source = { format: 'test', batch, externalId: 'x' }
  return {
    timeline: Array.from({ length: to - from }, (_, n) =>
      timelineEntrySchema.parse({ id: newId(), source, text: richTextOf(String(from + n)) }),
    ),
  }
}
const all = (steps: Generator<void, void>): number => [...steps].length
const texts = ({ timeline }: Pick<BoardSnapshot, 'timeline'>): string[] =>
  timeline.map(({ text }) => plainTextOf(text))

describe('an import in pieces', () => {
  it('[BD60] is one step to undo, whatever the person does in between', () => {
    const { board } = participant()
    const history = openHistory(board)
    const steps = beginImport(board)
    all(steps.write(pieceOf(0, 3)))
    describeIncident(board, { title: 'written meanwhile' })
    all(steps.write(pieceOf(3, 6)))
    addFreeNote(board, { text: richTextOf('meanwhile too') })
    const cause = causeSchema.parse({ id: newId(), batch })
    all(steps.write({ causes: [cause] }))
    all(steps.write({ placements: { [cause.id]: { x: 1, y: 2 } } }))
    expect(texts(readSnapshot(board))).toEqual(['0', '1', '2', '3', '4', '5'])
    expect(readSnapshot(board).placements).toEqual({ [cause.id]: { x: 1, y: 2 } })

    expect(history.undo()).toEqual({ verb: 'importSnapshot', kept: [] })
    const left = readSnapshot(board)
    expect([left.timeline, left.causes, left.freeNotes.length]).toEqual([[], [], 1])
    expect(left.incident.title).toBe('written meanwhile')
    expect(history.redo()?.verb).toBe('importSnapshot')
    expect(texts(readSnapshot(board))).toEqual(['0', '1', '2', '3', '4', '5'])
    expect(history.undo()?.verb).toBe('importSnapshot')
    expect(history.undo()?.verb).toBe('addFreeNote')
    expect(history.undo()?.verb).toBe('describeIncident')
    expect(history.undo()).toBeUndefined()
  })

  it('[BD60] keeps its order behind what is there, whatever comes in between', () => {
    const { board } = participant()
    addTimelineEntry(board, { text: richTextOf('first') })
    const steps = beginImport(board)
    const notes = (from: number) => ({
      ...pieceOf(from, from + 2),
      kptNotes: [0, 1].map((n) =>
        kptNoteSchema.parse({ id: newId(), batch, text: richTextOf(String(from + n)) }),
      ),
    })
    all(steps.write(notes(0)))
    all(steps.write(notes(2)))
    const { timeline, kptNotes } = readSnapshot(board)
    expect(timeline.map(({ text }) => plainTextOf(text))).toEqual(['first', '0', '1', '2', '3'])
    expect(kptNotes.map(({ text }) => plainTextOf(text))).toEqual(['0', '1', '2', '3'])
  })

  it('[BD61] broken off, leaves nothing behind, neither on the board nor to undo', () => {
    const { board } = participant()
    const history = openHistory(board)
    addFreeNote(board, { text: richTextOf('mine') })
    const before = readSnapshot(board)
    const steps = beginImport(board)
    all(steps.write(pieceOf(0, 700)))
    const writing = steps.write(pieceOf(700, 2000))
    writing.next()
    expect(readSnapshot(board).timeline.length).toBeGreaterThan(700)
    expect(all(steps.takeBack())).toBeGreaterThan(1)
    expect(readSnapshot(board)).toEqual(before)
    expect(history.undo()?.verb).toBe('addFreeNote')
    expect(readSnapshot(board).freeNotes).toEqual([])
  })
})

describe('two import the same at once', () => {
  const draft = ((): BoardSnapshot => {
    const piece = pieceOf(0, 40)
    const causes = [0, 1].map((n) => causeSchema.parse({ id: newId(), batch, text: richTextOf(`c${n}`) }))
    const [from = '', to = ''] = causes.map(({ id }) => id)
    return {
      ...emptySnapshot(),
      ...piece,
      causes,
      links: [{ kind: 'because', from, to }],
      placements: { [to]: { x: 0, y: 220 } },
    }
  })()
  /** The other's import of the same: same ids, a batch of its own. */
  const other = newId()
  const again: BoardSnapshot = {
    ...draft,
    timeline: draft.timeline.map((entry) => ({
      ...entry,
      source: entry.source && { ...entry.source, batch: other },
    })),
    causes: draft.causes.map((cause) => ({ ...cause, batch: other })),
  }

  it('[BD62] each item is there once, whole, with its links', () => {
    const [aki, ben] = pair()
    importSnapshot(aki.board, draft)
    importSnapshot(ben.board, again)
    meet(aki, ben)
    const snapshot = readSnapshot(aki.board)
    expect(readSnapshot(ben.board)).toEqual(snapshot)
    expect(texts(snapshot).toSorted((a, b) => Number(a) - Number(b))).toEqual(texts(draft))
    expect(snapshot.causes.map(({ text }) => plainTextOf(text))).toEqual(['c0', 'c1'])
    expect(snapshot.links.map(linkKey)).toEqual(draft.links.map(linkKey))
    expect(snapshot.unreadable).toEqual([])
    // One of the two imports is the one that is there.
    expect(new Set(snapshot.timeline.map(({ source }) => source?.batch)).size).toBe(1)
  })

  it('[BD62] after one has undone it, nothing of it is left twice or in pieces, and it can come again', () => {
    const [aki, ben] = pair()
    const histories = [openHistory(aki.board), openHistory(ben.board)]
    importSnapshot(aki.board, draft)
    importSnapshot(ben.board, again)
    meet(aki, ben)
    for (const history of histories) {
      history.undo()
      meet(aki, ben)
      expect(readSnapshot(ben.board)).toEqual(readSnapshot(aki.board))
      expect([0, 40]).toContain(readSnapshot(aki.board).timeline.length)
    }
    expect(readSnapshot(aki.board).timeline).toEqual([])
    expect(importSnapshot(ben.board, again)).toHaveLength(42)
    meet(aki, ben)
    expect(texts(readSnapshot(aki.board))).toEqual(texts(draft))
  })

  it('[BD62] what was removed comes back by importing it again', () => {
    const { board } = participant()
    importSnapshot(board, draft)
    const [gone = ''] = draft.timeline.map(({ id }) => id)
    removeItems(board, [gone])
    expect(importSnapshot(board, again)).toEqual([gone])
    expect(texts(readSnapshot(board)).toSorted((a, b) => Number(a) - Number(b))).toEqual(texts(draft))
    expect(removeImport(board, other)).toBe(1)
  })
})
