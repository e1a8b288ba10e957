import type { KptColumn } from '@kintsugi/model'
import { type Cell, createCell } from '../live/readable.ts'
import type { Session } from '../live/session.ts'
import type { OwnNote } from './keptRound.ts'
import type { RoundDesk } from './roundDesk.ts'

/** What is being written and not posted: in memory alone, since an unsaid word belongs on no disk. */
export interface Draft {
  readonly column: KptColumn
  readonly text: string
  readonly signed: boolean
}
export const blankDraft: Draft = { column: 'keep', text: '', signed: false }

/** What was typed on meanwhile stays. The signature is a choice for one note, not a habit. */
export const afterPosting = ({ column, text }: Draft, posted: string): Draft => ({
  column,
  text: text.startsWith(posted) ? text.slice(posted.length) : text,
  signed: false,
})

/** The words of a refused note go back to where they were written, before what is being written there now. */
export function takenBack(
  draft: Draft,
  { column, text, key }: Pick<OwnNote, 'column' | 'text' | 'key'>,
): Draft {
  if (draft.text.trim() === '') return { column, text, signed: key === null }
  return { ...draft, text: `${text}\n${draft.text}`, signed: draft.signed && key === null }
}

/** One open board's corner for rounds; it outlives a change of the view and of what is folded. */
export interface RoundCorner {
  readonly desk: Cell<RoundDesk | null>
  readonly draft: Cell<Draft>
  readonly folded: Cell<boolean>
  /** Counts up when the composer is asked for by its key. */
  readonly asked: Cell<number>
}

const corners = new WeakMap<Session, RoundCorner>()
export function cornerOf(session: Session): RoundCorner {
  const there = corners.get(session)
  if (there) return there
  const corner: RoundCorner = {
    desk: createCell<RoundDesk | null>(null),
    draft: createCell(blankDraft),
    folded: createCell(false),
    asked: createCell(0),
  }
  corners.set(session, corner)
  return corner
}
