import { type Cell, createCell } from '../live/readable.ts'

/** What rounds do for the board's commands, by what is selected. */
export interface RoundActs {
  /** One vote for the topic that the selected note stands for. */
  vote(selection: ReadonlySet<string>): void
  /** Into the round: its composer, or its topics. */
  enter(): void
}
/** Whether the facilitator's dialog is open; a command opens it too. */
export const roundOpen: Cell<boolean> = createCell(false)
/** Null until their code is there. */
export const roundActs: Cell<RoundActs | null> = createCell<RoundActs | null>(null)
