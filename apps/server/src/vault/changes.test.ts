import { describe, expect, it } from 'vitest'
import { addBoard, changeOf, openVault, refusedAs, tokensFor, writeNote } from './testing/members.ts'

const taken = { taken: true }

describe('an author’s later word', () => {
  it('[VA9] is done at once while the note is hidden', async () => {
    const { vault, boardId, round } = await openVault()
    const [one, two] = tokensFor(vault, round)
    const note = writeNote(round.roundId, one, 'before')
    const other = writeNote(round.roundId, two, 'gone')
    for (const each of [note, other]) vault.postNote(boardId, round.roundId, each)
    expect(vault.change(boardId, round.roundId, changeOf(note, 1, 'after'))).toEqual(taken)
    expect(vault.change(boardId, round.roundId, changeOf(other, 1, null))).toEqual(taken)
    expect(vault.count(round.roundId)).toBe(1)
    const { notes, changes } = vault.prepare(round.roundId)
    expect([notes.map(({ text }) => text), changes]).toEqual([['after'], []])
    expect(notes[0]?.seal).toBe(vault.seals(round.roundId)[0])
    expect(notes[0]?.seal).not.toBe(note.seal)
  })

  it('[VA10] needs the note’s own key, the right board and a serial that was not there; the last may come twice', async () => {
    const { vault, storage, boardId, round } = await openVault()
    const [one, two] = tokensFor(vault, round)
    const note = writeNote(round.roundId, one, 'mine')
    const other = writeNote(round.roundId, two, 'not mine')
    for (const each of [note, other]) vault.postNote(boardId, round.roundId, each)
    const say = (change: ReturnType<typeof changeOf>) => vault.change(boardId, round.roundId, change)
    const foreign = changeOf({ ...note, secretKey: other.secretKey }, 1, 'x')
    expect(say(foreign)).toEqual(refusedAs('signatureInvalid'))
    expect(say({ ...changeOf(note, 1, 'x'), text: 'y' })).toEqual(refusedAs('signatureInvalid'))
    expect(say({ ...changeOf(note, 1, 'x'), serial: 2 })).toEqual(refusedAs('signatureInvalid'))
    expect(say({ ...changeOf(note, 1, 'x'), seal: other.seal })).toEqual(refusedAs('signatureInvalid'))
    expect(say(changeOf({ ...note, seal: 'n'.repeat(43) }, 1, 'x'))).toEqual(refusedAs('noteUnknown'))
    expect(vault.change(addBoard(storage), round.roundId, changeOf(note, 1, 'x'))).toEqual(
      refusedAs('roundUnknown'),
    )
    expect([say(changeOf(note, 2, 'two')), say(changeOf(note, 2, 'two'))]).toEqual([taken, taken])
    expect(say(changeOf(note, 1, 'one'))).toEqual(refusedAs('changeStale'))
    expect(say(changeOf(note, 2, 'other'))).toEqual(refusedAs('changeStale'))
    expect([say(changeOf(note, 3, null)), say(changeOf(note, 3, null))]).toEqual([taken, taken])
    expect(say(changeOf(note, 4, 'back'))).toEqual(refusedAs('noteUnknown'))
  })

  it('[VA11] waits for company once the note is on the board, or on its way there', async () => {
    const { vault, boardId, round } = await openVault()
    const [one, two, three] = tokensFor(vault, round)
    const notes = [one, two].map((token, at) => writeNote(round.roundId, token, `note ${at}`))
    for (const each of notes) vault.postNote(boardId, round.roundId, each)
    const [first, second] = notes
    if (!first || !second) throw new Error('two notes are in')
    const prepared = vault.prepare(round.roundId)
    expect(vault.change(boardId, round.roundId, changeOf(first, 1, 'edited'))).toEqual(taken)
    expect(vault.prepare(round.roundId)).toEqual(prepared)
    vault.revealed(round.roundId)
    expect(vault.waiting(boardId)).toBe(1)
    expect(vault.change(boardId, round.roundId, changeOf(first, 2, 'edited twice'))).toEqual(taken)
    expect(vault.change(boardId, round.roundId, changeOf(second, 1, null))).toEqual(taken)
    expect(vault.postNote(boardId, round.roundId, writeNote(round.roundId, three, 'late'))).toEqual(taken)
    expect(vault.waiting(boardId)).toBe(3)
    // The round's end takes nothing away that waits.
    vault.end(round.roundId)
    const batch = vault.prepare(round.roundId)
    expect(batch.notes.map(({ text }) => text)).toEqual(['late'])
    const idOf = (text: string) => prepared.notes.find((note) => note.text === text)?.id
    expect(batch.changes).toHaveLength(2)
    expect(batch.changes).toContainEqual({
      noteId: idOf('note 0'),
      text: 'edited twice',
      seal: expect.any(String),
      previousSeal: first.seal,
    })
    expect(batch.changes).toContainEqual({
      noteId: idOf('note 1'),
      text: null,
      seal: null,
      previousSeal: second.seal,
    })
    vault.revealed(round.roundId)
    expect([vault.waiting(boardId), vault.seals(round.roundId)]).toEqual([
      0,
      vault.seals(round.roundId).toSorted(),
    ])
    expect(vault.seals(round.roundId)).toHaveLength(2)
    expect(vault.change(boardId, round.roundId, changeOf(first, 3, 'after the end'))).toEqual(taken)
    expect(vault.prepare(round.roundId).changes[0]?.previousSeal).not.toBe(first.seal)
  })
})

it('[VA11] a note whose deletion is on its way to the board does not come back', async () => {
  const { vault, boardId, round } = await openVault()
  const [token] = tokensFor(vault, round)
  const note = writeNote(round.roundId, token, 'x')
  vault.postNote(boardId, round.roundId, note)
  vault.prepare(round.roundId)
  vault.revealed(round.roundId)
  const say = (serial: number, text: string | null) =>
    vault.change(boardId, round.roundId, changeOf(note, serial, text))
  expect([say(1, null), say(2, 'thought better of it'), say(3, null)]).toEqual([taken, taken, taken])
  expect(vault.prepare(round.roundId).changes).toHaveLength(1)
  expect(say(4, 'too late')).toEqual(refusedAs('noteUnknown'))
  vault.revealed(round.roundId)
  expect([vault.waiting(boardId), vault.seals(round.roundId)]).toEqual([0, []])
})
