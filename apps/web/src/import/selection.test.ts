import { describe, expect, it } from 'vitest'
import { rowStatuses } from './reader/messages.ts'
import { decide, onlyFirst, rowsOf, selectionFor } from './selection.ts'

const [fresh, duplicate, unreadable] = rowStatuses.map((_, index) => index) as [number, number, number]
const statuses = Uint8Array.of(fresh, duplicate, unreadable, fresh)

describe('which rows come', () => {
  it('[WB20] all but the duplicates, until the person decides', () => {
    const selection = selectionFor(statuses, null)
    expect([...selection.chosen]).toEqual([1, 0, 1, 1])
    expect(selection.count).toBe(3)
    const decided = decide(selection, [1, 3], true)
    expect([...decided.chosen]).toEqual([1, 1, 1, 1])
    expect([...selection.chosen]).toEqual([1, 0, 1, 1])
  })

  it('[WB20] what was decided holds when the text is read again, unless it has other rows', () => {
    const decided = decide(decide(selectionFor(statuses, null), [0], false), [1], true)
    const again = selectionFor(Uint8Array.of(fresh, duplicate, duplicate, fresh), decided)
    expect([...again.chosen]).toEqual([0, 1, 0, 1])
    expect([...selectionFor(Uint8Array.of(fresh, fresh), decided).chosen]).toEqual([1, 1])
  })

  it('[WB20] the first so many of what is chosen', () => {
    const all = decide(selectionFor(statuses, null), [1], true)
    expect([...onlyFirst(all, 2).chosen]).toEqual([1, 1, 0, 0])
    expect(onlyFirst(all, 9).count).toBe(4)
  })

  it('[WB20] rows of one status, in order', () => {
    expect([...rowsOf(statuses, fresh)]).toEqual([0, 3])
    expect([...rowsOf(statuses, null)]).toEqual([0, 1, 2, 3])
  })
})
