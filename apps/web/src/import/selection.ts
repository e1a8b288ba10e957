import { rowStatuses } from './reader/messages.ts'

/** Which rows come. Values are replaced, never changed in place. */
export interface Selection {
  /** 1 for each row that comes. */
  readonly chosen: Uint8Array
  /** 1 for each row the person has decided on: that holds when the text is read anew. */
  readonly decided: Uint8Array
  readonly count: number
}

const duplicate = rowStatuses.indexOf('duplicate')
const counted = (chosen: Uint8Array, decided: Uint8Array): Selection => ({
  chosen,
  decided,
  count: chosen.reduce((sum, one) => sum + one, 0),
})

/** All but the duplicates; what was decided about rows before holds where the text still has as many. */
export function selectionFor(statuses: Uint8Array, before: Selection | null): Selection {
  const decided = before?.chosen.length === statuses.length ? before.decided : null
  const chosen = statuses.map((status, index) =>
    decided?.[index] === 1 ? (before?.chosen[index] ?? 0) : Number(status !== duplicate),
  )
  return counted(chosen, decided ?? new Uint8Array(statuses.length))
}

export function decide(selection: Selection, rows: Iterable<number>, on: boolean): Selection {
  const [chosen, decided] = [selection.chosen.slice(), selection.decided.slice()]
  for (const row of rows) {
    chosen[row] = Number(on)
    decided[row] = 1
  }
  return counted(chosen, decided)
}

/** Leaves the first so many of what is chosen. */
export function onlyFirst(selection: Selection, most: number): Selection {
  const over: number[] = []
  let kept = 0
  for (const [row, on] of selection.chosen.entries()) {
    if (on === 0) continue
    if (kept < most) kept += 1
    else over.push(row)
  }
  return decide(selection, over, false)
}

/** Rows of a status, in order; of any where null. */
export function rowsOf(statuses: Uint8Array, status: number | null): Uint32Array {
  const rows: number[] = []
  for (const [row, one] of statuses.entries()) if (status === null || one === status) rows.push(row)
  return Uint32Array.from(rows)
}
