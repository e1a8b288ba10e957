import { type Cell, createCell } from '../live/readable.ts'
import type { OtherPresence } from './presenceChannel.ts'

/** Whether the person in this window invites others to follow their view. */
export const leading: Cell<boolean> = createCell(false)
/** Whose view this window follows, by client id. */
export const following: Cell<number | null> = createCell<number | null>(null)

const declinedCells = new WeakMap<object, Cell<readonly string[]>>()
/** Whose invitation has been declined on the board of this session, in either view of it. */
export function declinedOn(session: object): Cell<readonly string[]> {
  const cell = declinedCells.get(session) ?? createCell<readonly string[]>([])
  declinedCells.set(session, cell)
  return cell
}

/** The principals whose invitation has been declined, after some have stopped: nobody asks without end, but the facilitator may ask again. */
export function stillDeclined(
  declined: readonly string[],
  leaders: readonly Pick<OtherPresence, 'principal'>[],
  facilitator: string | undefined,
): readonly string[] {
  const left = declined.filter(
    (principal) => principal !== facilitator || leaders.some((leader) => leader.principal === principal),
  )
  return left.length === declined.length ? declined : left
}
