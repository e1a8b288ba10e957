import { keptOnDevice } from '../app/kept.ts'
import { type Cell, createCell } from '../live/readable.ts'

/** What this device remembers of the frame around a board. */
const barKey = 'kintsugi.practice.bar'
const helpKey = 'kintsugi.practice.help'
const rulesKey = 'kintsugi.practice.rules'
/** In place of a board: the ground rules never open by themselves on this device. */
const everyBoard = '*'
/** Boards whose rules have been seen; older ones are forgotten first. */
const mostBoards = 500

const roomForBar = (): boolean => (globalThis.innerWidth ?? 0) >= 1100 && globalThis.innerHeight >= 700
const bar = keptOnDevice.get(barKey)
/** Whether the six steps are unfolded. */
export const barOpen: Cell<boolean> = createCell(bar === null ? roomForBar() : bar === 'open')
export function foldBar(open: boolean): void {
  barOpen.set(open)
  keptOnDevice.set(barKey, open ? 'open' : 'folded')
}

/** Whether the checklist and the sentence to say are unfolded. */
export const helpOpen: Cell<boolean> = createCell(keptOnDevice.get(helpKey) === 'open')
export function showHelp(open: boolean): void {
  helpOpen.set(open)
  keptOnDevice.set(helpKey, open ? 'open' : 'folded')
}

/** Whether the ground rules were asked for by hand. */
export const rulesOpen: Cell<boolean> = createCell(false)

const boardsIn = (text: string | null): string[] => (text ?? '').split(' ').filter((id) => id !== '')
const seen: Cell<readonly string[]> = createCell<readonly string[]>(boardsIn(keptOnDevice.get(rulesKey)))
export const rulesSeen = seen
export const hasSeenRules = (boards: readonly string[], boardId: string): boolean =>
  boards.includes(boardId) || boards.includes(everyBoard)
export function rememberRulesSeen(boardId: string | 'everywhere'): void {
  const id = boardId === 'everywhere' ? everyBoard : boardId
  const boards = [...seen.get().filter((known) => known !== id), id].slice(-mostBoards)
  seen.set(boards)
  keptOnDevice.set(rulesKey, boards.join(' '))
}
