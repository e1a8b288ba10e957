import {
  type ItemId,
  type KptColumn,
  kptColumns,
  type RichText,
  type Round,
  richTextSchema,
  roundSchema,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { bear, checked, writeTexts } from './item.ts'
import { lastSlots, sortColumn } from './order.ts'
import { storable } from './plain.ts'
import { replaceRichText } from './richText.ts'
import { sealedNote } from './sealed.ts'
import { type Board, docOf, things } from './shape.ts'
import { slices } from './slices.ts'

// The server's acts: a client's would be refused. They are no verbs, so that no history takes them back or does them again.

/** `seal`: it is anonymous, and has no author. */
export type RevealedNote = {
  id: ItemId
  column: KptColumn
  text: RichText
  author: string | null
  seal: string | null
}
/** What an author makes of an own sealed note: other words under another seal, or (null) nothing. */
export type SealedChange = {
  id: ItemId
  previousSeal: string
  now: { text: RichText; seal: string } | null
}

/** Writes what is published of a round, anew or in place of what was. */
export function publishRound(board: Board, round: Round): void {
  docOf(board).transact(() => keepRound(board, round), 'publishRound')
}

/** A round that was broken off is published no more. */
export function withdrawRound(board: Board, id: ItemId): void {
  docOf(board).transact(() => things(board, 'rounds').delete(id), 'withdrawRound')
}

/**
 * What was hidden comes to the board, in one transaction: notes behind those there are, in the order in which they are
 * given, then changes of earlier ones, then the rounds they belong to. Done again it changes nothing.
 */
export function reveal(
  board: Board,
  hidden: { notes: readonly RevealedNote[]; changes: readonly SealedChange[]; rounds: readonly Round[] },
): void {
  docOf(board).transact(() => {
    for (const column of kptColumns)
      revealIn(
        board,
        column,
        hidden.notes.filter((note) => note.column === column),
      )
    for (const change of hidden.changes) changeSealed(board, change)
    for (const round of hidden.rounds) keepRound(board, round)
  }, 'reveal')
}

/** What the votes came to: the round is published, and what was voted on stands by its votes, the rest behind it as it stood. */
export function countVotes(board: Board, round: Round): void {
  docOf(board).transact(() => {
    keepRound(board, round)
    for (const column of kptColumns) sortColumn(board, column, (id) => round.votes[id] ?? 0)
  }, 'countVotes')
}

function keepRound(board: Board, round: Round): void {
  things(board, 'rounds').set(round.id, storable(roundSchema.parse(round)))
}

function revealIn(board: Board, column: KptColumn, notes: readonly RevealedNote[]): void {
  // There already, or revealed once and removed since.
  const fresh = notes.filter(({ id }) => !things(board, 'kptNotes')._map.has(id))
  const slots = lastSlots(board, column, fresh.length)
  fresh.forEach(({ id, text, author, seal }, index) => {
    const values = { slot: slots[index], text, ...(seal === null ? { author } : { seal }) }
    writeTexts('kptNotes', bear(board, 'kptNotes', id, values), values)
  })
}

function changeSealed(board: Board, { id, previousSeal, now }: SealedChange): void {
  const note = sealedNote(board, id)
  if (note === undefined || note.get('seal') !== previousSeal) return
  if (now === null) {
    things(board, 'kptNotes').delete(id)
    return
  }
  const text = richTextSchema.parse(now.text)
  for (const [key, value] of checked(slices.kptNotes.fields, { seal: now.seal })) note.set(key, value)
  const fragment = note.get('text')
  if (fragment instanceof Y.XmlFragment) replaceRichText(fragment, text)
}
