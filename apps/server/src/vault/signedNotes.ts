import { type BoardId, type ItemId, idFromBytes } from '@kintsugi/model'
import type { SignedNote } from '@kintsugi/protocol'
import { refused } from '../refused.ts'
import { noteText } from './noteText.ts'
import type { Random } from './shuffled.ts'
import type { VaultStatements } from './statements.ts'
import { hashOfParts, type TokenDesk } from './tokenDesk.ts'
import type { Taken, Vault } from './vault.ts'

/** Notes under a name. They spend tokens like all others, so that no token tells whether its owner signs. */
export class SignedNotes {
  readonly #rows: VaultStatements
  readonly #desk: TokenDesk
  readonly #random: Random

  constructor(rows: VaultStatements, desk: TokenDesk, random: Random) {
    this.#rows = rows
    this.#desk = desk
    this.#random = random
  }

  post(
    boardId: BoardId,
    roundId: ItemId,
    { principal, name }: { principal: string; name: string },
    note: SignedNote,
  ): Taken {
    const found = this.#desk.roundAt(boardId, roundId, 'writing')
    if ('problem' in found) return found
    const words = noteText(note.text)
    if ('problem' in words) return words
    const content = hashOfParts('signed', note.token.input, principal, note.column, words.text)
    const spent = this.#desk.spend(found.round, note.token, content)
    if (typeof spent === 'object') return spent
    if (spent === 'first')
      this.#rows.putSigned.run({
        round_id: roundId,
        id: idFromBytes(this.#random(16)),
        principal,
        author: name,
        kpt_column: note.column,
        text: words.text,
        place: null,
      })
    return { taken: true }
  }

  own(roundId: ItemId, principal: string): ReturnType<Vault['ownSigned']> {
    return this.#rows.signed.all(roundId).flatMap(({ id, principal: author, kpt_column: column, text }) => {
      return author === principal && text !== null ? [{ id, column, text }] : []
    })
  }

  change(roundId: ItemId, principal: string, id: ItemId, text: string | null): Taken {
    const note = this.#rows.signed
      .all(roundId)
      .find((row) => row.id === id && row.principal === principal && row.text !== null && row.place === null)
    if (note === undefined) return refused('noteUnknown')
    if (text === null) {
      this.#rows.dropSigned.run(roundId, id)
      return { taken: true }
    }
    const words = noteText(text)
    if ('problem' in words) return words
    this.#rows.putSigned.run({ ...note, text: words.text })
    return { taken: true }
  }
}
