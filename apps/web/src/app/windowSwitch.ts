import { createCell, type Readable } from '../live/readable.ts'
import { keptInWindow } from './kept.ts'

/** Something that is on or off in this window alone, and stays so when the page is loaded again. */
export interface WindowSwitch extends Readable<boolean> {
  set(on: boolean): void
}

export function windowSwitch(key: string): WindowSwitch {
  const cell = createCell(keptInWindow.get(key) === 'on')
  return {
    ...cell,
    set(on) {
      cell.set(on)
      keptInWindow.set(key, on ? 'on' : null)
    },
  }
}
