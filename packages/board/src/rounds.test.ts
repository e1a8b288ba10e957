import { idFromBytes, type KptColumn, plainTextOf, richTextOf, roundSchema } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addAction } from './actions.ts'
import { openHistory } from './history.ts'
import { importSnapshot } from './import.ts'
import { addKptNote } from './kpt.ts'
import { groupKptNotes, joinKptGroup } from './kptGroups.ts'
import { moveKptNote } from './kptMoves.ts'
import { linkItems } from './links.ts'
import { meet, newId, pair, participant } from './participants.testing.ts'
import { recoverCopy } from './recover.ts'
import { asideNotes, putBackNotes, removeItems } from './remove.ts'
import { countVotes, type RevealedNote, reveal, withdrawRound } from './rounds.ts'
import type { Board } from './shape.ts'
import { readSnapshot } from './watch.ts'

const sealOf = (letter: string): string => letter.repeat(43)
const round = roundSchema.parse({
  id: idFromBytes(new Uint8Array(16)),
  kind: 'writing',
  mode: 'anonymous',
  tokenKey: sealOf('k'),
  tokens: 12,
  members: 5,
  openedAt: '2026-04-20T04:00:00Z',
})
const hidden = (text: string, more: Partial<RevealedNote> = {}): RevealedNote => ({
  id: newId(),
  column: 'problem',
  text: richTextOf(text),
  author: null,
  seal: sealOf('s'),
  ...more,
})
const shown = (board: Board, column: KptColumn = 'problem') =>
  readSnapshot(board)
    .kptNotes.filter(({ slot }) => slot.column === column)
    .map(({ text }) => plainTextOf(text))
const only = (notes: readonly RevealedNote[], changes = {}) => ({
  notes,
  changes: [],
  rounds: [],
  ...changes,
})

describe('a reveal', () => {
  it('[BD80] is one transaction that puts notes behind those there are, in the order given, under one client id', () => {
    const { doc, board } = participant()
    addKptNote(board, { column: 'problem', text: richTextOf('first') })
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const notes = [
      hidden('c'),
      hidden('a', { seal: null, author: 'Bob' }),
      hidden('b'),
      hidden('k', { column: 'keep' }),
    ]
    reveal(board, only(notes, { rounds: [round] }))
    expect(updates).toHaveLength(1)
    expect(
      Y.decodeUpdate(updates[0] ?? new Uint8Array()).structs.every(({ id }) => id.client === doc.clientID),
    ).toBe(true)
    expect(shown(board)).toEqual(['first', 'c', 'a', 'b'])
    expect(shown(board, 'keep')).toEqual(['k'])
    const [, c, a] = readSnapshot(board).kptNotes.filter(({ slot }) => slot.column === 'problem')
    expect([c?.seal, c?.author, a?.seal, a?.author]).toEqual([sealOf('s'), null, null, 'Bob'])
    expect(readSnapshot(board).rounds).toEqual([round])
  })

  it('[BD81] done again changes nothing, also where a note has been moved, set aside or removed since', () => {
    const { doc, board } = participant()
    const [moved, aside, gone] = [hidden('m'), hidden('s'), hidden('g', { seal: null, author: 'Bob' })]
    const all = only([moved, aside, gone])
    reveal(board, all)
    moveKptNote(board, moved.id, { column: 'try' })
    removeItems(board, [aside.id, gone.id])
    const before = [Y.encodeStateVector(doc), readSnapshot(board)]
    reveal(board, all)
    expect([Y.encodeStateVector(doc), readSnapshot(board)]).toEqual(before)
  })

  it('[BD82] is no step of anybody’s history, and neither is what the server does later', () => {
    const { board } = participant()
    const history = openHistory(board)
    const note = hidden('x')
    reveal(board, only([note], { rounds: [round] }))
    reveal(board, only([], { changes: [{ id: note.id, previousSeal: sealOf('s'), now: null }] }))
    countVotes(board, round)
    withdrawRound(board, round.id)
    expect(history.state()).toEqual({})
    expect(history.undo()).toBeUndefined()
    expect(readSnapshot(board)).toMatchObject({ kptNotes: [], rounds: [] })
  })
})

describe('a sealed note', () => {
  it('[BD83] is changed or removed by the seal it had, and by no other', () => {
    const { board } = participant()
    const note = hidden('before')
    reveal(board, only([note]))
    const change = (previousSeal: string, now: { text: string; seal: string } | null) =>
      reveal(
        board,
        only([], {
          changes: [
            { id: note.id, previousSeal, now: now && { text: richTextOf(now.text), seal: now.seal } },
          ],
        }),
      )
    change(sealOf('x'), { text: 'forged', seal: sealOf('y') })
    expect(shown(board)).toEqual(['before'])
    change(sealOf('s'), { text: 'after', seal: sealOf('t') })
    expect(shown(board)).toEqual(['after'])
    expect(readSnapshot(board).kptNotes[0]?.seal).toBe(sealOf('t'))
    change(sealOf('s'), null)
    expect(shown(board)).toEqual(['after'])
    change(sealOf('t'), null)
    expect(shown(board)).toEqual([])
  })

  it('[BD84] that others remove is set aside: hidden with what hangs on it, and whole again when that is undone', () => {
    const { board } = participant()
    const note = hidden('x')
    reveal(board, only([note]))
    const group = groupKptNotes(board, [note.id], 'g')
    const action = addAction(board, {})
    linkItems(board, { kind: 'origin', from: note.id, to: action })
    const history = openHistory(board)
    const before = readSnapshot(board)
    expect(removeItems(board, [note.id])).toBe(1)
    expect(removeItems(board, [note.id])).toBe(0)
    expect(readSnapshot(board)).toMatchObject({ kptNotes: [], links: [] })
    expect(history.undo()).toEqual({ verb: 'removeItems', kept: [] })
    expect(readSnapshot(board)).toEqual(before)
    history.redo()
    const other = addKptNote(board, { column: 'problem' })
    joinKptGroup(board, other, group ?? '')
    joinKptGroup(board, other, null)
    expect(readSnapshot(board).kptGroups).toEqual([])
  })

  it('[BD87] that was set aside is listed, and put back by anybody, also after a reload', () => {
    const [one, two] = pair()
    const [first, second] = [hidden('x'), hidden('y')]
    reveal(one.board, only([first, second]))
    meet(one, two)
    const before = readSnapshot(one.board)
    removeItems(one.board, [first.id, second.id])
    meet(one, two)
    expect(asideNotes(two.board).map(({ id }) => id)).toEqual(before.kptNotes.map(({ id }) => id))
    const history = openHistory(two.board)
    expect(putBackNotes(two.board, [first.id, second.id])).toBe(2)
    expect(putBackNotes(two.board, [first.id])).toBe(0)
    expect(asideNotes(two.board)).toEqual([])
    meet(one, two)
    expect(readSnapshot(one.board)).toEqual(before)
    expect(history.undo()).toEqual({ verb: 'putBackNotes', kept: [] })
    expect(readSnapshot(two.board).kptNotes).toEqual([])
    // What its author takes away is not there to be put back.
    reveal(two.board, only([], { changes: [{ id: first.id, previousSeal: sealOf('s'), now: null }] }))
    expect(asideNotes(two.board).map(({ id }) => id)).toEqual([second.id])
  })

  it('[BD84] that is set aside is changed and removed by its author all the same', () => {
    const { board } = participant()
    const note = hidden('x')
    reveal(board, only([note]))
    const history = openHistory(board)
    removeItems(board, [note.id])
    const now = { text: richTextOf('y'), seal: sealOf('t') }
    reveal(board, only([], { changes: [{ id: note.id, previousSeal: sealOf('s'), now }] }))
    expect(shown(board)).toEqual([])
    history.undo()
    expect(shown(board)).toEqual(['y'])
    history.redo()
    reveal(board, only([], { changes: [{ id: note.id, previousSeal: sealOf('t'), now: null }] }))
    history.undo()
    expect(shown(board)).toEqual([])
  })

  it('[BD85] has no seal in another board, and what its author removed is brought back by no copy', () => {
    const [one, two] = pair()
    const note = hidden('x')
    reveal(one.board, only([note]))
    meet(one, two)
    const elsewhere = participant()
    importSnapshot(elsewhere.board, readSnapshot(one.board))
    expect(readSnapshot(elsewhere.board).kptNotes[0]).toMatchObject({ id: note.id, seal: null, author: null })
    reveal(one.board, only([], { changes: [{ id: note.id, previousSeal: sealOf('s'), now: null }] }))
    const words = { noteIdFor: () => newId(), note: (text: ReturnType<typeof richTextOf>) => text }
    expect(recoverCopy(one.board, two.board, words)).toEqual({ back: 0, aside: 0, left: 0 })
    expect(shown(one.board)).toEqual([])
  })
})

it('[BD86] votes sort what stands for itself in each column; equals keep their order, and notes follow their group', () => {
  const { board } = participant()
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) =>
    addKptNote(board, { column: 'try', text: richTextOf(text) }),
  ) as [string, string, string, string]
  const group = groupKptNotes(board, [b, d]) ?? ''
  const history = openHistory(board)
  countVotes(board, { ...round, kind: 'voting', votes: { [c]: 1, [group]: 3 } })
  expect(shown(board, 'try')).toEqual(['b', 'd', 'c', 'a'])
  const { kptGroups, kptNotes } = readSnapshot(board)
  expect((kptGroups[0]?.slot.rank ?? 'z') < (kptNotes[0]?.slot.rank ?? '')).toBe(true)
  expect(kptNotes.map(({ id }) => id)).toEqual([b, d, c, a])
  const before = readSnapshot(board)
  countVotes(board, { ...round, kind: 'voting', votes: { [c]: 1, [group]: 3 } })
  expect(readSnapshot(board)).toEqual(before)
  expect(history.state()).toEqual({})
})
