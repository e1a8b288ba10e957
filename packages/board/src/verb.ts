import { invariant } from '@kintsugi/model'
import { isNewerThanUs } from './migrations/version.ts'
import { type Board, docOf } from './shape.ts'
import type { Verb } from './verbs.ts'

/** Origin of a verb's transactions. All transactions of one object are one undo step. */
export class VerbOrigin {
  readonly verb: Verb
  /** Steps in quick succession with the same key are one step: somebody typing in one field. */
  readonly field: string | null
  constructor(verb: Verb, field: string | null = null) {
    this.verb = verb
    this.field = field
  }
}

/** One verb: one transaction, labelled. */
export function act<T>(board: Board, verb: Verb, work: () => T, field: string | null = null): T {
  return transactAs(board, new VerbOrigin(verb, field), work)
}

export function transactAs<T>(board: Board, origin: VerbOrigin, work: () => T): T {
  // What a newer version keeps in the document is not ours to judge; the screen is read-only then.
  invariant(!isNewerThanUs(board), 'the board is newer than this client')
  return docOf(board).transact(work, origin)
}

/** The merge key of a patch: one field of one item. */
export function fieldKey(id: string, patch: object): string | null {
  const keys = Object.keys(patch)
  return keys.length === 1 ? `${id}.${keys[0]}` : null
}
