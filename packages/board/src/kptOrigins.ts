import type { ItemId, Placement, RichText } from '@kintsugi/model'
import { bearAction } from './actions.ts'
import { bearCause } from './causes.ts'
import { addItem, changeItem } from './item.ts'
import { keepLink } from './links.ts'
import { lastSlots } from './order.ts'
import { readRichText } from './richText.ts'
import { type Board, fragmentOf } from './shape.ts'
import { act } from './verb.ts'

function textOfNote(board: Board, noteId: ItemId): RichText | undefined {
  const fragment = fragmentOf(board, { part: 'kptNotes', id: noteId, field: 'text' })
  return fragment === undefined ? undefined : readRichText(fragment).text
}

/** A Problem becomes a cause: the note stays, the cause begins with its words, a link says where it came from. */
export function causeFromNote(board: Board, noteId: ItemId, placement?: Placement): ItemId | undefined {
  return act(board, 'causeFromNote', () => {
    const text = textOfNote(board, noteId)
    if (text === undefined) return undefined
    const id = bearCause(board, placement === undefined ? { text } : { text, placement })
    keepLink(board, { kind: 'origin', from: noteId, to: id })
    return id
  })
}

/** A Try becomes an action, in the same way. */
export function actionFromNote(board: Board, noteId: ItemId): ItemId | undefined {
  return act(board, 'actionFromNote', () => {
    const text = textOfNote(board, noteId)
    if (text === undefined) return undefined
    const id = bearAction(board, { text })
    keepLink(board, { kind: 'origin', from: noteId, to: id })
    return id
  })
}

/**
 * Entries become Keeps, each with the entry's words and a link to it; whether they belong there is answered with that.
 * Returns the new notes.
 */
export function keepsFromEntries(board: Board, entryIds: readonly ItemId[]): ItemId[] {
  return act(board, 'keepsFromEntries', () => {
    const there = entryIds.flatMap((id) => {
      const fragment = fragmentOf(board, { part: 'timeline', id, field: 'text' })
      return fragment === undefined ? [] : [{ id, text: readRichText(fragment).text }]
    })
    const slots = lastSlots(board, 'keep', there.length)
    return there.map(({ id, text }, i) => {
      const note = addItem(board, 'kptNotes', { text, slot: slots[i] })
      keepLink(board, { kind: 'about', from: note, to: id })
      changeItem(board, 'timeline', id, { keepAnswered: true })
      return note
    })
  })
}

/** Answers for these entries that they do not belong to Keep. Returns how many were there. */
export function declineKeeps(board: Board, entryIds: readonly ItemId[]): number {
  return act(
    board,
    'declineKeeps',
    () => entryIds.filter((id) => changeItem(board, 'timeline', id, { keepAnswered: true })).length,
  )
}
