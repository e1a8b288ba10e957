import { type BoardSnapshot, boardSnapshotSchema, richTextOf } from '@kintsugi/model'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addCause } from './causes.ts'
import { describeIncident, writeText } from './incident.ts'
import { addKptNote } from './kpt.ts'
import { moveKptNote } from './kptMoves.ts'
import { meet, newId, pair, participant, typeIn } from './participants.testing.ts'
import { placeItem } from './placements.ts'
import { removeItems } from './remove.ts'
import { fragmentOf, itemIn, things } from './shape.ts'
import { addTimelineEntry, changeTimelineEntry } from './timeline.ts'
import { readSnapshot, watchBoard } from './watch.ts'

/** The keys of a snapshot that are not the same objects any more. */
const changedKeys = (before: BoardSnapshot, after: BoardSnapshot): string[] =>
  Object.keys(after).filter((key) => before[key as 'timeline'] !== after[key as 'timeline'])

describe('watchBoard', () => {
  it('[BD25] tells once per transaction that changed something, and not otherwise', () => {
    const [a, b] = pair()
    const watch = watchBoard(a.board)
    const listener = vi.fn()
    const stop = watch.subscribe(listener)
    const id = addTimelineEntry(a.board, { text: richTextOf('x'), approx: true })
    expect(listener).toHaveBeenCalledTimes(1)
    const before = watch.getSnapshot()
    changeTimelineEntry(a.board, id, { approx: true })
    writeText(a.board, { part: 'timeline', id, field: 'text' }, richTextOf('x'))
    removeItems(a.board, [newId()])
    expect(listener).toHaveBeenCalledTimes(1)
    expect(watch.getSnapshot()).toBe(before)
    meet(a, b)
    addCause(b.board, {})
    addCause(b.board, {})
    meet(a, b)
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    addCause(a.board, {})
    expect(listener).toHaveBeenCalledTimes(2)
    watch.destroy()
    const last = watch.getSnapshot()
    addCause(a.board, {})
    expect(watch.getSnapshot()).toBe(last)
  })

  it('[BD26] dragging changes the placements and nothing else', () => {
    const { board } = participant()
    const cause = addCause(board, { placement: { x: 0, y: 0 } })
    addTimelineEntry(board, {})
    addKptNote(board, { column: 'keep' })
    const watch = watchBoard(board)
    const before = watch.getSnapshot()
    placeItem(board, cause, { x: 10, y: 20 })
    expect(changedKeys(before, watch.getSnapshot())).toEqual(['placements'])
    expect(watch.getSnapshot().timeline).toBe(before.timeline)
    expect(watch.getSnapshot().placements).toEqual({ [cause]: { x: 10, y: 20 } })
  })

  it('[BD26] touching one of 1,000 items leaves 999 identical', () => {
    const { doc, board } = participant()
    let last = ''
    doc.transact(() => {
      for (let index = 0; index < 1000; index += 1) {
        const at = `2026-04-18T12:${String(index % 60).padStart(2, '0')}:00Z`
        last = addTimelineEntry(board, { at, text: richTextOf(`event ${index}`) })
      }
    })
    const watch = watchBoard(board)
    const listener = vi.fn()
    watch.subscribe(listener)
    const before = watch.getSnapshot()
    const reading = vi.spyOn(Y.XmlFragment.prototype, 'toArray')
    typeIn({ doc, board }, fragmentOf(board, { part: 'timeline', id: last, field: 'text' }), '!')
    // The four texts of one entry, and the paragraph in one of them.
    expect(reading.mock.calls.length).toBeLessThanOrEqual(6)
    reading.mockRestore()
    const after = watch.getSnapshot()
    expect(listener).toHaveBeenCalledTimes(1)
    expect(changedKeys(before, after)).toEqual(['timeline'])
    const kept = after.timeline.filter((entry, index) => entry === before.timeline[index])
    expect(kept.length).toBe(999)
    changeTimelineEntry(board, last, { at: '2026-04-18T11:00:00Z' })
    expect(watch.getSnapshot().timeline[0]?.id).toBe(last)
    expect(watch.getSnapshot()).toEqual(readSnapshot(board))
  })

  it('[BD27] an unreadable item is shown with its reason, and is back when it is mended', () => {
    const { doc, board } = participant()
    const good = addTimelineEntry(board, {})
    const bad = addTimelineEntry(board, { text: richTextOf('words') })
    const watch = watchBoard(board)
    itemIn(board, 'timeline', bad)?.set('kind', 'surprise')
    expect(watch.getSnapshot().timeline.map(({ id }) => id)).toEqual([good])
    expect(watch.getSnapshot().unreadable).toMatchObject([
      { part: 'timeline', id: bad, reason: 'kind:invalid_value', item: { kind: 'surprise' } },
    ])
    expect(JSON.stringify(watch.getSnapshot().unreadable)).toContain('words')
    changeTimelineEntry(board, bad, { kind: 'alert' })
    expect(watch.getSnapshot().unreadable).toEqual([])
    expect(watch.getSnapshot().timeline.length).toBe(2)

    const odd = newId()
    const oddities: unknown[] = [
      5,
      null,
      'x',
      new Uint8Array([1]),
      10n,
      [1],
      () => new Y.Array(),
      () => new Y.Text('t'),
      {},
    ]
    for (const root of [
      'timeline',
      'causes',
      'kptNotes',
      'links',
      'placements',
      'incident',
      'meta',
    ] as const) {
      for (const [index, oddity] of oddities.entries()) {
        const value = () => (typeof oddity === 'function' ? oddity() : oddity)
        doc.transact(() => things(board, root).set(`${odd.slice(0, 21)}${index}`, value()))
        doc.transact(() =>
          itemIn(board, 'timeline', good)?.set(root === 'links' ? 'evidence' : 'saw', value()),
        )
        expect(watch.getSnapshot()).toEqual(readSnapshot(board))
        expect(boardSnapshotSchema.parse(JSON.parse(JSON.stringify(watch.getSnapshot())))).toEqual(
          watch.getSnapshot(),
        )
      }
    }
  })

  it('[BD27] rich text is told whatever its attributes hold', () => {
    const { doc, board } = participant()
    const entry = addTimelineEntry(board, { text: richTextOf('words') })
    const text = itemIn(board, 'timeline', entry)?.get('text') as Y.XmlFragment
    doc.transact(() => {
      const [odd, words] = [new Y.XmlElement('mention'), new Y.XmlText('inside')]
      text.push([odd])
      odd.push([words])
      odd.setAttribute('label', { toString: 'x' } as unknown as string)
      words.format(0, 2, { aside: { of: { toString: 'x' } } })
    })
    const { timeline, unreadable } = readSnapshot(board)
    expect(timeline).toHaveLength(1)
    expect(unreadable).toMatchObject([{ reason: 'node:mention', item: { node: 'mention' } }])
    expect(JSON.stringify(unreadable)).toContain('side')
    things(board, 'timeline').set(newId(), itemIn(board, 'timeline', entry)?.clone())
    itemIn(board, 'timeline', entry)?.set('kind', 'surprise')
    expect(JSON.stringify(readSnapshot(board).unreadable)).toContain('words')
  })

  it('[BD28] an unreadable field of the incident hides no other', () => {
    const { board } = participant()
    const watch = watchBoard(board)
    describeIncident(board, { title: 'a', timeZone: 'Asia/Tokyo' })
    const before = watch.getSnapshot().incident
    things(board, 'incident').set('severity', 'sev99')
    expect(watch.getSnapshot().incident).toEqual(before)
    expect(watch.getSnapshot().unreadable).toMatchObject([
      { part: 'incident', id: 'severity', item: 'sev99' },
    ])
    writeText(board, { part: 'incident', field: 'summary' }, richTextOf('s'))
    expect(watch.getSnapshot().incident.lessons).toBe(before.lessons)
    expect(watch.getSnapshot().incident.summary).toEqual(richTextOf('s'))
  })

  it('[BD26] moving a note touches the notes alone', () => {
    const { board } = participant()
    const note = addKptNote(board, { column: 'keep' })
    const other = addKptNote(board, { column: 'keep' })
    const watch = watchBoard(board)
    const before = watch.getSnapshot()
    moveKptNote(board, note, { column: 'keep', after: other })
    expect(changedKeys(before, watch.getSnapshot())).toEqual(['kptNotes'])
    expect(watch.getSnapshot().kptNotes[0]).toBe(before.kptNotes[1])
  })
})
