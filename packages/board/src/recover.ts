import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  evidenceSchema,
  type ItemId,
  incidentTexts,
  limits,
  plainTextOf,
  type RichText,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { beginImport } from './import.ts'
import { bear, writeTexts } from './item.ts'
import { Knowledge } from './knowledge.ts'
import { plain, sameJson, storable } from './plain.ts'
import { readRichText, replaceRichText } from './richText.ts'
import { isSealed, openFields } from './sealed.ts'
import { type Board, docOf, fragmentOf, itemIn, type TextRef, type Things, things } from './shape.ts'
import { type Field, incidentFields, sliceOf } from './slices.ts'
import { keepEvidence } from './timeline.ts'
import { transactAs, VerbOrigin } from './verb.ts'
import { readSnapshot } from './watch.ts'

/** How many items and changes came back, how many texts stand beside the board's own, and how much only the copy has. */
export type Recovery = { readonly back: number; readonly aside: number; readonly left: number }

export type RecoveryWords = {
  /** Id of the note for this text of this copy: the same whenever it is asked for. */
  readonly noteIdFor: (text: string) => ItemId
  /** What the note says: the words, and where they are from. */
  readonly note: (text: RichText) => RichText
}

/** Written by the server's import and by the item's birth; nobody changes them by hand. */
const untouchable = ['id', 'seal', 'source', 'batch', 'evidence']
/** Where a thing stands among others: what is brought back may stand elsewhere, and that is no loss. */
const order = ['rank', 'slot']

/**
 * Brings back from a refused document what the board lacks: items, links, and what was changed in items that both have,
 * as long as the board's own value is one that the copy knew. A text that others have changed since is left as it is, and the
 * copy's words are put beside it as a free note. What the server would refuse again stays in the copy. Doing it twice
 * changes nothing more; one undo step.
 */
export function recoverCopy(board: Board, copy: Board, words: RecoveryWords): Recovery {
  const origin = new VerbOrigin('recoverCopy')
  const known = { onBoard: new Knowledge(docOf(board)), inCopy: new Knowledge(docOf(copy)) }
  let [back, aside, left] = [0, 0, 0]
  // Each in a transaction of its own: a few changes never make an update too large to be sent.
  const change = (work: () => void): void => {
    transactAs(board, origin, work)
    back += 1
  }

  /** Values under keys, each by itself: the board's is replaced where the copy knew it and has a newer one. */
  function recoverValues(here: Things, there: Things, fields: Readonly<Record<string, Field>>): void {
    for (const [key, field] of Object.entries(fields)) {
      const [ours, theirs] = [here._map.get(key), there._map.get(key)]
      if (theirs === undefined || theirs.deleted || known.onBoard.holds(theirs)) continue
      const value = field.safeParse(storable(plain(there.get(key))))
      if (!value.success || sameJson(plain(here.get(key)), value.data)) continue
      if (ours === undefined || known.inCopy.holds(ours)) change(() => here.set(key, value.data))
      else if (!order.includes(key)) left += 1
    }
  }

  function recoverEvidence(here: unknown, there: unknown): void {
    if (!(here instanceof Y.Map && there instanceof Y.Map)) return
    for (const [id, value] of there.entries()) {
      // There already, or removed by somebody since.
      if (here._map.has(id)) continue
      const piece = evidenceSchema.safeParse({ ...(plain(value) as object), id })
      if (piece.success) change(() => void keepEvidence(here as Things, piece.data))
      else left += 1
    }
  }

  function recoverText(ref: TextRef): void {
    const [here, there] = [fragmentOf(board, ref), fragmentOf(copy, ref)]
    if (here === undefined || there === undefined || known.onBoard.holdsAll(there)) return
    const [ours, theirs] = [readRichText(here).text, readRichText(there).text]
    const [had, has] = [plainTextOf(ours), plainTextOf(theirs)]
    if (sameJson(ours, theirs)) return
    if (has.length > limits.noteTextLength) left += 1
    // The gate counts what is there and what is added together.
    else if (known.inCopy.holdsAll(here) && had.length + has.length <= limits.noteTextLength)
      change(() => replaceRichText(here, theirs))
    else if (has !== '' && putAside(ref, theirs)) aside += 1
  }

  function putAside(ref: TextRef, text: RichText): boolean {
    const id = words.noteIdFor(JSON.stringify([ref, text]))
    // It is there, or somebody has read it and thrown it away.
    if (things(board, 'freeNotes')._map.has(id)) return false
    const told = words.note(text)
    const fits = plainTextOf(told).length <= limits.noteTextLength
    transactAs(board, origin, () => {
      const values = { text: fits ? told : text }
      writeTexts('freeNotes', bear(board, 'freeNotes', id, values), values)
    })
    return true
  }

  recoverValues(things(board, 'incident'), things(copy, 'incident'), without(incidentFields, incidentTexts))
  for (const field of incidentTexts) recoverText({ part: 'incident', field })
  for (const part of boardParts) {
    const { fields, texts } = sliceOf(part)
    for (const id of things(copy, part).keys()) {
      const [here, there] = [itemIn(board, part, id), itemIn(copy, part, id)]
      if (here === undefined || there === undefined) continue
      const sealed = isSealed(here)
      recoverValues(
        here,
        there,
        sealed ? only(fields, openFields) : without(fields, [...texts, ...untouchable]),
      )
      recoverEvidence(here.get('evidence'), there.get('evidence'))
      if (sealed) continue
      for (const field of texts) recoverText({ part, id, field })
    }
  }
  const { fits, tooLong } = withoutTooLong(board, readSnapshot(copy))
  const missing = beginImport(board, origin)
  for (const _ of missing.write(fits));
  return { back: back + missing.added.length, aside, left: left + tooLong }
}

function without(fields: Readonly<Record<string, Field>>, keys: readonly string[]): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)))
}

function only(fields: Readonly<Record<string, Field>>, keys: readonly string[]): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)))
}

/** The snapshot without what the server would refuse again, and how many items the board will not get for that reason. */
function withoutTooLong(board: Board, snapshot: BoardSnapshot): { fits: BoardSnapshot; tooLong: number } {
  const fits = { ...snapshot, incident: { ...snapshot.incident } }
  let tooLong = 0
  for (const field of incidentTexts) {
    if (plainTextOf(snapshot.incident[field]).length > limits.noteTextLength)
      fits.incident[field] = { type: 'doc', content: [] }
  }
  for (const part of boardParts) {
    const items = snapshot[part] as BoardItem[]
    // A sealed note that is gone was removed by its author.
    const own = items.filter((item) => !('seal' in item && item.seal !== null))
    const kept = own.filter((item) => !hasTooLong(part, item))
    tooLong += own.filter((item) => !kept.includes(item) && !itemIn(board, part, item.id)).length
    Object.assign(fits, { [part]: kept })
  }
  return { fits, tooLong }
}

function hasTooLong(part: BoardPart, item: BoardItem): boolean {
  return sliceOf(part).texts.some((key) => {
    const text = item[key as keyof BoardItem] as unknown as RichText
    return plainTextOf(text).length > limits.noteTextLength
  })
}
