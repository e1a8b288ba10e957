import { type KptColumn, kptHeaps, plainTextOf, richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { openHistory } from './history.ts'
import { addKptNote } from './kpt.ts'
import { groupKptNotes, joinKptGroup, ungroupKptNotes } from './kptGroups.ts'
import { moveKptGroup, moveKptItems, moveKptNote } from './kptMoves.ts'
import { declineKeeps, keepsFromEntries } from './kptOrigins.ts'
import { meet, pair, participant } from './participants.testing.ts'
import { removeItems } from './remove.ts'
import { type Board, itemIn } from './shape.ts'
import { addTimelineEntry } from './timeline.ts'
import { readSnapshot } from './watch.ts'

/** Notes of one letter each, in one column. */
const notesOn = (board: Board, letters: string, column: KptColumn = 'keep'): Map<string, string> =>
  new Map([...letters].map((letter) => [letter, addKptNote(board, { column, text: richTextOf(letter) })]))
/** `a [bc] d`: how a column reads. */
const read = (board: Board, column: KptColumn = 'keep'): string =>
  kptHeaps(readSnapshot(board), column)
    .map(({ group, notes }) => {
      const letters = notes.map(({ text }) => plainTextOf(text)).join('')
      return group ? `[${letters}]` : letters
    })
    .join(' ')

describe('groups of notes', () => {
  it('[BD66] a note joins a group in its column, and leaves it again', () => {
    const { board } = participant()
    const [a, b] = [addKptNote(board, { column: 'problem' }), addKptNote(board, { column: 'keep' })]
    const group = groupKptNotes(board, [a], 'Same')
    expect(joinKptGroup(board, b, group ?? '')).toBe(true)
    const noteOf = (id: string) => readSnapshot(board).kptNotes.find((note) => note.id === id)
    expect(noteOf(b)).toMatchObject({ groupId: group, slot: { column: 'problem' } })
    expect(joinKptGroup(board, b, null)).toBe(true)
    expect(noteOf(b)?.groupId).toBe(null)
    expect(readSnapshot(board).kptGroups).toHaveLength(1)
  })
  it('[BD66] the group that its last note leaves goes, by leaving or by another group, and undo brings it back', () => {
    const { board } = participant()
    const a = addKptNote(board, { column: 'try' })
    const first = groupKptNotes(board, [a], 'First')
    const history = openHistory(board)
    joinKptGroup(board, a, null)
    expect(readSnapshot(board).kptGroups).toEqual([])
    expect(history.undo()?.verb).toBe('joinKptGroup')
    const back = readSnapshot(board)
    expect(back.kptGroups.map(({ name }) => name)).toEqual(['First'])
    expect(back.kptNotes[0]?.groupId).toBe(first)
    groupKptNotes(board, [a], 'Second')
    expect(readSnapshot(board).kptGroups.map(({ name }) => name)).toEqual(['Second'])
    history.stop()
  })
  it('[BD66] a group goes with its last note also where that moves to another column or is removed', () => {
    for (const leave of [
      (board: Board, id: string) => moveKptNote(board, id, { column: 'try' }),
      (board: Board, id: string) => removeItems(board, [id]),
    ]) {
      const { board } = participant()
      const a = addKptNote(board, { column: 'keep' })
      groupKptNotes(board, [a], 'Alone')
      const history = openHistory(board)
      leave(board, a)
      expect(readSnapshot(board).kptGroups).toEqual([])
      history.undo()
      expect(readSnapshot(board).kptGroups.map(({ name }) => name)).toEqual(['Alone'])
      history.stop()
    }
  })
})

describe('places in a column', () => {
  it('[BD90] a group stands where its first note stood, its notes in their order; ungrouped they stand there still', () => {
    const { board } = participant()
    const id = notesOn(board, 'abcd')
    const group = groupKptNotes(board, [id.get('b') ?? '', id.get('d') ?? ''])
    expect(read(board)).toBe('a [bd] c')
    moveKptGroup(board, group ?? '', { column: 'keep', after: id.get('c') ?? '' })
    expect(read(board)).toBe('a c [bd]')
    const history = openHistory(board)
    ungroupKptNotes(board, group ?? '')
    expect(read(board)).toBe('a c b d')
    history.undo()
    expect(read(board)).toBe('a c [bd]')
    // Removing a group takes no note with it.
    removeItems(board, [group ?? ''])
    expect(read(board)).toBe('a c b d')
    history.stop()
  })
  it('[BD91] one move puts a note between two, into a group between its notes, or out of it', () => {
    const { board } = participant()
    const id = notesOn(board, 'abcd')
    const at = (letter: string): string => id.get(letter) ?? ''
    const group = groupKptNotes(board, [at('a'), at('b')]) ?? ''
    moveKptNote(board, at('d'), { column: 'keep', group, after: at('a') })
    expect(read(board)).toBe('[adb] c')
    moveKptNote(board, at('a'), { column: 'keep', group: null, after: at('c') })
    expect(read(board)).toBe('[db] c a')
    // Without a place it goes behind the others of the group, also from another column.
    const other = addKptNote(board, { column: 'try', text: richTextOf('e') })
    moveKptNote(board, other, { column: 'try', group })
    expect(read(board)).toBe('[dbe] c a')
    expect(read(board, 'try')).toBe('')
    // Inside its group a note only changes its place.
    moveKptNote(board, at('b'), { column: 'keep', before: at('d') })
    expect(read(board)).toBe('[bde] c a')
  })
  it('[BD92] several move behind each other in one step, groups with their notes', () => {
    const { board } = participant()
    const id = notesOn(board, 'abcde')
    const at = (letter: string): string => id.get(letter) ?? ''
    const group = groupKptNotes(board, [at('b'), at('c')]) ?? ''
    const history = openHistory(board)
    expect(moveKptItems(board, [at('a'), group, at('b')], { column: 'keep', before: at('e') })).toBe(2)
    expect(read(board)).toBe('d a [bc] e')
    moveKptItems(board, [group, at('d')], { column: 'problem' })
    expect([read(board), read(board, 'problem')]).toEqual(['a e', '[bc] d'])
    expect(history.undo()?.verb).toBe('moveKptItems')
    expect(read(board)).toBe('d a [bc] e')
    history.stop()
  })
  it('[BD93] a note put into a group that has gone to another column meanwhile reads without it, and is whole', () => {
    const [a, b] = pair()
    const [one, two] = [...notesOn(a.board, 'xy').values()] as [string, string]
    const group = groupKptNotes(a.board, [one]) ?? ''
    meet(a, b)
    moveKptGroup(a.board, group, { column: 'try' })
    moveKptNote(b.board, two, { column: 'keep', group })
    meet(a, b)
    for (const { board } of [a, b]) {
      expect([read(board), read(board, 'try')]).toEqual(['y', '[x]'])
      expect(readSnapshot(board).kptNotes.find(({ id }) => id === two)?.groupId).toBe(null)
      expect(itemIn(board, 'kptNotes', two)?.get('groupId')).toBe(group)
    }
    moveKptGroup(b.board, group, { column: 'keep' })
    expect(read(b.board)).toBe('[yx]')
    expect(readSnapshot(b.board).kptNotes.find(({ id }) => id === two)?.groupId).toBe(group)
  })
})

describe('entries as Keeps', () => {
  it('[BD94] each becomes a note with its words and a link to it, in one step, and is answered; so is what is declined', () => {
    const { board } = participant()
    const entries = ['rolled back', 'a quiet night'].map((words) =>
      addTimelineEntry(board, { text: richTextOf(words), review: 'worked' }),
    )
    const history = openHistory(board)
    const notes = keepsFromEntries(board, [...entries, 'AAAAAAAAAAAAAAAAAAAAAA'])
    const after = readSnapshot(board)
    expect(after.kptNotes.map(({ text, slot }) => [plainTextOf(text), slot.column])).toEqual([
      ['rolled back', 'keep'],
      ['a quiet night', 'keep'],
    ])
    expect(after.links.map(({ kind, from, to }) => `${kind} ${from} ${to}`).toSorted()).toEqual(
      notes.map((note, i) => `about ${note} ${entries[i]}`).toSorted(),
    )
    expect(after.timeline.every(({ keepAnswered }) => keepAnswered)).toBe(true)
    expect(history.undo()?.verb).toBe('keepsFromEntries')
    expect(readSnapshot(board)).toMatchObject({ kptNotes: [], links: [] })
    expect(readSnapshot(board).timeline.some(({ keepAnswered }) => keepAnswered)).toBe(false)
    expect(declineKeeps(board, entries)).toBe(2)
    expect(readSnapshot(board)).toMatchObject({ kptNotes: [] })
    expect(readSnapshot(board).timeline.every(({ keepAnswered }) => keepAnswered)).toBe(true)
    history.stop()
  })

  /** a joined the group at once with its being moved to Problem: it reads alone. */
  function leftBehind() {
    const [one, other] = pair()
    const notes = notesOn(one.board, 'abcd')
    const id = (letter: string): string => notes.get(letter) ?? ''
    const group = groupKptNotes(one.board, [id('c'), id('d')]) ?? ''
    meet(one, other)
    moveKptGroup(one.board, group, { column: 'problem' })
    joinKptGroup(other.board, id('a'), group)
    moveKptNote(other.board, id('b'), { column: 'keep' })
    meet(one, other)
    return { board: one.board, group, id }
  }
  it('[BD93] a group that moves on leaves behind what reads without it', () => {
    const { board, group } = leftBehind()
    expect([read(board), read(board, 'problem')]).toEqual(['a b', '[cd]'])
    moveKptGroup(board, group, { column: 'try' })
    expect([read(board), read(board, 'try')]).toEqual(['a b', '[cd]'])
    moveKptGroup(board, group, { column: 'keep' })
    expect(read(board)).toBe('b [acd]')
  })
  it('[BD90] a note that reads without its group is grouped anew where it stands', () => {
    const { board, id } = leftBehind()
    const c = addKptNote(board, { column: 'keep', text: richTextOf('x') })
    groupKptNotes(board, [id('a'), c])
    expect(read(board)).toBe('[ax] b')
  })
  it('[BD92] a note whose group is gone by now is moved like any other', () => {
    const [one, other] = pair()
    const [a = '', b = '', c = ''] = notesOn(one.board, 'abc').values()
    const group = groupKptNotes(one.board, [a]) ?? ''
    meet(one, other)
    ungroupKptNotes(one.board, group)
    joinKptGroup(other.board, b, group)
    meet(one, other)
    expect(moveKptItems(one.board, [group, a, b], { column: 'keep', after: c })).toBe(2)
    expect(read(one.board)).toBe('c a b')
  })
})
