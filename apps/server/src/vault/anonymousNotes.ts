import { isSignedBy, sealOf } from '@kintsugi/anonymity'
import type { BoardId, ItemId } from '@kintsugi/model'
import type { AnonymousChange, AnonymousNote } from '@kintsugi/protocol'
import { refused } from '../refused.ts'
import type { VaultNoteRow } from '../storage/schema.ts'
import { noteText } from './noteText.ts'
import type { VaultStatements } from './statements.ts'
import { hashOfParts, type TokenDesk } from './tokenDesk.ts'
import type { Taken } from './vault.ts'

/** Place of a change that is in no batch yet. */
export const waits = -1

/** Notes of nobody: taken for a token, changed by their key. */
export class AnonymousNotes {
  readonly #rows: VaultStatements
  readonly #desk: TokenDesk

  constructor(rows: VaultStatements, desk: TokenDesk) {
    this.#rows = rows
    this.#desk = desk
  }

  post(boardId: BoardId, roundId: ItemId, note: AnonymousNote): Taken {
    const found = this.#desk.roundAt(boardId, roundId, 'writing')
    if ('problem' in found) return found
    const words = noteText(note.text)
    if ('problem' in words) return words
    const { column, editKey } = note
    const seal = sealOf({ round: roundId, column, text: words.text, editKey })
    const content = hashOfParts('note', note.token.input, seal)
    const spent = this.#desk.spend(found.round, note.token, content)
    if (typeof spent === 'object') return spent
    // With one key, the same words under a second token are the same note.
    if (spent === 'first' && this.#rows.note.get(roundId, seal) === undefined)
      this.#rows.putNote.run({
        round_id: roundId,
        posted_seal: seal,
        seal,
        kpt_column: column,
        text: words.text,
        edit_key: editKey,
        serial: 0,
        note_id: null,
        place: null,
      })
    return { taken: true }
  }

  change(boardId: BoardId, roundId: ItemId, change: AnonymousChange): Taken {
    if (this.#rows.round.get(roundId)?.board_id !== boardId) return refused('roundUnknown')
    const note = this.#rows.note.get(roundId, change.seal)
    if (note === undefined) return refused('noteUnknown')
    const { seal, serial, signature } = change
    // As it was signed, and not as it will be kept: the signature is over what its author sent.
    const signed = { round: roundId, seal, serial, text: change.text }
    if (!isSignedBy(note.edit_key, signed, signature)) return refused('signatureInvalid')
    const words = change.text === null ? { text: null } : noteText(change.text)
    if ('problem' in words) return words
    if (serial <= note.serial)
      return serial === note.serial && this.#isDone(note, words.text)
        ? { taken: true }
        : refused('changeStale')
    if (note.seal === null || this.#isGoing(note)) return refused('noteUnknown')
    if (note.note_id === null) {
      const text = words.text
      this.#rows.putNote.run({ ...note, serial, text, seal: sealWith(note, text) })
    } else {
      this.#rows.putNote.run({ ...note, serial })
      this.#rows.putChange.run(roundId, seal, waits, words.text)
    }
    return { taken: true }
  }

  #changesTo({ round_id, posted_seal }: VaultNoteRow) {
    return this.#rows.changes.all(round_id).filter((change) => change.posted_seal === posted_seal)
  }

  /** Whether its deletion is on its way to the board already. */
  #isGoing(note: VaultNoteRow): boolean {
    return this.#changesTo(note).some(({ place, text }) => place !== waits && text === null)
  }

  /** Whether this was the last change: its answer was lost, and it comes again. */
  #isDone(note: VaultNoteRow, text: string | null): boolean {
    // The one that waits has the lowest place, and is the latest.
    const [latest] = this.#changesTo(note)
    const seal = latest === undefined ? note.seal : sealWith(note, latest.text)
    return seal === sealWith(note, text)
  }
}

/** The seal that a note has with other words; null where they go. */
export function sealWith(note: VaultNoteRow, text: string | null): string | null {
  if (text === null) return null
  return sealOf({ round: note.round_id, column: note.kpt_column, text, editKey: note.edit_key })
}
