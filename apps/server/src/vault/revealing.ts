import { type ItemId, idFromBytes } from '@kintsugi/model'
import type { VaultNoteRow, VaultSignedRow } from '../storage/schema.ts'
import { sealWith, waits } from './anonymousNotes.ts'
import { type Random, shuffled } from './shuffled.ts'
import type { VaultStatements } from './statements.ts'
import type { HiddenChange, HiddenNote, Vault } from './vault.ts'

type Row = { anonymous: VaultNoteRow } | { signed: VaultSignedRow }

/** Brings what is hidden to the board: in batches, each under ids and in an order drawn once. */
export class Revealing {
  readonly #rows: VaultStatements
  readonly #random: Random

  constructor(rows: VaultStatements, random: Random) {
    this.#rows = rows
    this.#random = random
  }

  prepare(roundId: ItemId): ReturnType<Vault['prepare']> {
    const underWay = this.#batch(roundId)
    if (underWay.notes.length + underWay.changes.length > 0) return underWay
    this.#drawNotes(roundId)
    this.#drawChanges(roundId)
    return this.#batch(roundId)
  }

  revealed(roundId: ItemId): void {
    for (const note of this.#notes(roundId))
      if (note.place !== null) this.#rows.putNote.run({ ...note, text: null, place: null })
    for (const note of this.#rows.signed.all(roundId))
      if (note.place !== null) this.#rows.putSigned.run({ ...note, text: null, place: null })
    for (const { posted_seal, place, text } of this.#rows.changes.all(roundId)) {
      if (place === waits) continue
      const note = this.#rows.note.get(roundId, posted_seal)
      if (note !== undefined) this.#rows.putNote.run({ ...note, seal: sealWith(note, text) })
      this.#rows.dropChange.run(roundId, posted_seal, place)
    }
    this.#rows.setRevealed.run(roundId)
  }

  /** Changes that are on no board yet, and notes that came after the reveal. */
  waiting(roundId: ItemId): number {
    const late =
      this.#rows.round.get(roundId)?.revealed === 1
        ? [...this.#notes(roundId), ...this.#rows.signed.all(roundId)].filter(({ text }) => text !== null)
        : []
    return late.length + this.#rows.changes.all(roundId).length
  }

  #notes(roundId: ItemId): VaultNoteRow[] {
    return this.#rows.notes.all(roundId)
  }

  /**
   * All rows of the batch are written anew, in the drawn order: where rows lie within a page of the file then tells no
   * more than the board does.
   */
  #drawNotes(roundId: ItemId): void {
    const hidden: Row[] = [
      ...this.#notes(roundId).flatMap((row) => (row.note_id === null ? [{ anonymous: row }] : [])),
      ...this.#rows.signed.all(roundId).flatMap((row) => (row.text === null ? [] : [{ signed: row }])),
    ]
    for (const row of hidden)
      if ('anonymous' in row) this.#rows.dropNote.run(roundId, row.anonymous.posted_seal)
      else this.#rows.dropSigned.run(roundId, row.signed.id)
    for (const [place, row] of shuffled(hidden, this.#random).entries())
      if ('signed' in row) this.#rows.putSigned.run({ ...row.signed, place })
      else this.#rows.putNote.run({ ...row.anonymous, note_id: idFromBytes(this.#random(16)), place })
  }

  #drawChanges(roundId: ItemId): void {
    const changes = this.#rows.changes.all(roundId)
    for (const { posted_seal, place } of changes) this.#rows.dropChange.run(roundId, posted_seal, place)
    for (const [place, { posted_seal, text }] of shuffled(changes, this.#random).entries())
      this.#rows.putChange.run(roundId, posted_seal, place, text)
  }

  /** What is on its way: the same at every asking until it is there. */
  #batch(roundId: ItemId): ReturnType<Vault['prepare']> {
    const anonymous = this.#notes(roundId).flatMap(
      ({ place, text, note_id: id, kpt_column: column, seal }) =>
        place === null || text === null || id === null
          ? []
          : [{ place, note: { id, column, text, seal, author: null } }],
    )
    const signed = this.#rows.signed
      .all(roundId)
      .flatMap(({ place, text, id, kpt_column: column, author }) =>
        place === null || text === null ? [] : [{ place, note: { id, column, text, seal: null, author } }],
      )
    const notes = [...anonymous, ...signed]
      .toSorted((a, b) => a.place - b.place)
      .map(({ note }): HiddenNote => note)
    const changes = this.#rows.changes
      .all(roundId)
      .flatMap(({ place, posted_seal, text }): HiddenChange[] => {
        const note = this.#rows.note.get(roundId, posted_seal)
        if (place === waits || !note?.note_id || note.seal === null) return []
        return [{ noteId: note.note_id, text, seal: sealWith(note, text), previousSeal: note.seal }]
      })
    return { notes, changes }
  }
}
