import { createCell, type Readable } from '../live/readable.ts'

/** Something that is on or off in this window alone, and stays so when the page is loaded again. */
export interface WindowSwitch extends Readable<boolean> {
  set(on: boolean): void
}

export function windowSwitch(key: string): WindowSwitch {
  const cell = createCell(read(key))
  return {
    ...cell,
    set(on) {
      cell.set(on)
      try {
        sessionStorage.setItem(key, on ? 'on' : '')
      } catch {
        // Blocked storage: it then holds until the page is loaded again.
      }
    },
  }
}

function read(key: string): boolean {
  try {
    return sessionStorage.getItem(key) === 'on'
  } catch {
    // No storage, no memory: off.
    return false
  }
}
