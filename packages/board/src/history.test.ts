import { plainTextOf, richTextOf } from '@kintsugi/model'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addAction, changeAction, moveAction } from './actions.ts'
import { addCause, addWhy, changeCause } from './causes.ts'
import { openHistory } from './history.ts'
import { describeIncident, writeText } from './incident.ts'
import { addFreeNote } from './notes.ts'
import { editor, meet, pair, participant, typeIn } from './participants.testing.ts'
import { placeItem } from './placements.ts'
import { removeItems } from './remove.ts'
import { fragmentOf } from './shape.ts'
import { addEvidence, addTimelineEntry } from './timeline.ts'
import { readSnapshot } from './watch.ts'

afterEach(() => vi.restoreAllMocks())
const summary = { part: 'incident', field: 'summary' } as const
const textRef = (part: 'causes' | 'timeline', id: string) => ({ part, id, field: 'text' }) as const

describe('undo', () => {
  it('[BD30] takes one step a verb, newest first, by name, and redo puts it back', () => {
    const { board } = participant()
    const history = openHistory(board)
    const listener = vi.fn()
    history.subscribe(listener)
    expect(history.state()).toEqual({})
    expect(history.undo()).toBeUndefined()
    const states = [readSnapshot(board)]
    const cause = addCause(board, { text: richTextOf('c') })
    states.push(readSnapshot(board))
    changeCause(board, cause, { kind: 'root', certainty: 'confirmed' })
    states.push(readSnapshot(board))
    placeItem(board, cause, { x: 1, y: 1 })
    states.push(readSnapshot(board))
    expect(listener).toHaveBeenCalledTimes(3)
    expect(history.state()).toEqual({ undo: 'placeItem' })
    for (const [index, verb] of ['placeItem', 'changeCause', 'addCause'].entries()) {
      expect(history.undo()).toEqual({ verb, kept: [] })
      expect(readSnapshot(board)).toEqual(states[2 - index])
    }
    expect(history.state()).toEqual({ redo: 'addCause' })
    for (const [index, verb] of ['addCause', 'changeCause', 'placeItem'].entries()) {
      expect(history.redo()).toEqual({ verb, kept: [] })
      expect(readSnapshot(board)).toEqual(states[index + 1])
    }
    history.undo()
    describeIncident(board, { title: 't' })
    expect(history.state()).toEqual({ undo: 'describeIncident' })
    const calls = listener.mock.calls.length
    history.stop()
    addCause(board, {})
    expect(listener).toHaveBeenCalledTimes(calls)
  })

  it('[BD31] typing in one text is one step; a pause or another text begins a new one', () => {
    const me = participant()
    const history = openHistory(me.board)
    const cause = addCause(me.board, {})
    const [one, two] = [fragmentOf(me.board, textRef('causes', cause)), fragmentOf(me.board, summary)]
    for (const letter of 'first') typeIn(me, one, letter)
    for (const letter of 'second') typeIn(me, two, letter)
    const words = () => {
      const { causes, incident } = readSnapshot(me.board)
      return [causes[0] && plainTextOf(causes[0].text), plainTextOf(incident.summary)]
    }
    expect(words()).toEqual(['first', 'second'])
    expect(history.undo()).toEqual({ verb: 'write', kept: [] })
    expect(words()).toEqual(['first', ''])
    expect(history.undo()?.verb).toBe('write')
    expect(words()).toEqual(['', ''])
    expect(history.undo()?.verb).toBe('addCause')

    describeIncident(me.board, { title: 'a' })
    describeIncident(me.board, { title: 'ab' })
    describeIncident(me.board, { owner: 'b' })
    expect(history.undo()?.verb).toBe('describeIncident')
    expect(readSnapshot(me.board).incident).toMatchObject({ title: 'ab', owner: '' })
    history.undo()
    expect(readSnapshot(me.board).incident.title).toBe('')
  })

  it('[BD31] a pause ends the step', async () => {
    const me = participant()
    const history = openHistory(me.board)
    const fragment = fragmentOf(me.board, summary)
    typeIn(me, fragment, 'a')
    await new Promise((resolve) => setTimeout(resolve, 600))
    typeIn(me, fragment, 'b')
    history.undo()
    expect(plainTextOf(readSnapshot(me.board).incident.summary)).toBe('a')
  })

  it('[BD32] keeps an addition that somebody else has written in, and says so', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const effect = addCause(a.board, { text: richTextOf('effect') })
    const why = addWhy(a.board, effect, { text: richTextOf('mine'), placement: { x: 1, y: 2 } }) ?? ''
    meet(a, b)
    typeIn(b, fragmentOf(b.board, textRef('causes', why)), ' and yours')
    meet(a, b)
    const before = readSnapshot(a.board)
    expect(history.undo()).toEqual({ verb: 'addWhy', kept: [why] })
    expect(readSnapshot(a.board)).toEqual(before)
    expect(before.links.length + Object.keys(before.placements).length).toBe(2)
    expect(history.undo()).toEqual({ verb: 'addCause', kept: [] })
    meet(a, b)
    expect(readSnapshot(b.board).causes.map(({ text }) => plainTextOf(text))).toEqual(['mine and yours'])

    const entry = addTimelineEntry(a.board, {})
    meet(a, b)
    addEvidence(b.board, entry, { url: 'https://example.org' })
    meet(a, b)
    expect(history.undo()).toEqual({ verb: 'addTimelineEntry', kept: [entry] })
    expect(readSnapshot(a.board).timeline[0]?.evidence.length).toBe(1)
  })

  it('[BD32] knows others’ words also after one has removed the item and brought it back', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const cause = addCause(a.board, { text: richTextOf('mine') })
    meet(a, b)
    typeIn(b, fragmentOf(b.board, textRef('causes', cause)), ' and yours')
    meet(a, b)
    removeItems(a.board, [cause])
    expect(history.undo()).toEqual({ verb: 'removeItems', kept: [] })
    expect(history.undo()).toEqual({ verb: 'addCause', kept: [cause] })
    expect(readSnapshot(a.board).causes.map(({ text }) => plainTextOf(text))).toEqual(['mine and yours'])
  })

  it('[BD32] removing again keeps what somebody has written in since it was brought back', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const cause = addCause(a.board, { text: richTextOf('mine') })
    removeItems(a.board, [cause])
    history.undo()
    meet(a, b)
    typeIn(b, fragmentOf(b.board, textRef('causes', cause)), ' and yours')
    meet(a, b)
    expect(history.redo()).toEqual({ verb: 'removeItems', kept: [cause] })
    expect(readSnapshot(a.board).causes.length).toBe(1)
  })

  it('[BD33] brings a removed item back with all that belongs to it', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const effect = addCause(a.board, { text: richTextOf('effect'), placement: { x: 1, y: 2 } })
    addWhy(a.board, effect, { text: richTextOf('why') })
    const entry = addTimelineEntry(a.board, { text: richTextOf('e'), saw: richTextOf('s') })
    addEvidence(a.board, entry, { url: 'https://example.org' })
    meet(a, b)
    const before = readSnapshot(a.board)
    removeItems(a.board, [effect, entry])
    meet(a, b)
    expect(readSnapshot(b.board)).toMatchObject({ timeline: [], links: [], placements: {} })
    expect(history.undo()).toEqual({ verb: 'removeItems', kept: [] })
    meet(a, b)
    expect(readSnapshot(a.board)).toEqual(before)
    expect(readSnapshot(b.board)).toEqual(before)
    expect(fragmentOf(b.board, textRef('causes', effect))?.length).toBe(1)
  })

  it('[BD34] takes one’s own words out of a block and leaves others’ words in it', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    typeIn(a, fragmentOf(a.board, summary), 'mine')
    meet(a, b)
    typeIn(b, fragmentOf(b.board, summary), ' yours')
    meet(a, b)
    expect(history.undo()).toEqual({ verb: 'write', kept: ['incident'] })
    meet(a, b)
    expect(plainTextOf(readSnapshot(b.board).incident.summary)).toBe('yours')

    const cause = addCause(a.board, {})
    writeText(a.board, textRef('causes', cause), richTextOf('long'))
    meet(a, b)
    typeIn(b, fragmentOf(b.board, textRef('causes', cause)), '!')
    meet(a, b)
    expect(history.undo()).toEqual({ verb: 'writeText', kept: [cause] })
    expect(history.undo()).toEqual({ verb: 'addCause', kept: [cause] })
    expect(readSnapshot(a.board).causes.map(({ text }) => plainTextOf(text))).toEqual(['!'])
  })

  it('[BD34] also where the words of both are copies that an undo has made', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const note = addFreeNote(a.board, {})
    const ref = { part: 'freeNotes', id: note, field: 'text' } as const
    typeIn(a, fragmentOf(a.board, ref), 'mine')
    meet(a, b)
    typeIn(b, fragmentOf(b.board, ref), ' yours')
    meet(a, b)
    removeItems(a.board, [note])
    const words = () => readSnapshot(a.board).freeNotes.map(({ text }) => plainTextOf(text))
    expect(history.undo()?.verb).toBe('removeItems')
    expect(words()).toEqual(['mine yours'])
    expect(history.undo()).toEqual({ verb: 'write', kept: [note] })
    expect(words()).toEqual(['yours'])
    expect(history.undo()).toEqual({ verb: 'addFreeNote', kept: [note] })
    expect(words()).toEqual(['yours'])
  })

  it('[BD35] passes over a step that others have made void', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const action = addAction(a.board, {})
    describeIncident(a.board, { title: 'x' })
    changeAction(a.board, action, { status: 'done' })
    meet(a, b)
    changeAction(b.board, action, { status: 'dropped' })
    meet(a, b)
    expect(history.undo()).toEqual({ verb: 'describeIncident', kept: [] })
    expect(readSnapshot(a.board)).toMatchObject({ actions: [{ status: 'dropped' }], incident: { title: '' } })
  })

  it('[BD35] tells that nothing is left to undo where others have made all of it void', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    const action = addAction(a.board, {})
    meet(a, b)
    removeItems(b.board, [action])
    meet(a, b)
    const told: unknown[] = []
    history.subscribe(() => told.push(history.state()))
    expect(history.state()).toEqual({ undo: 'addAction' })
    expect(history.undo()).toBeUndefined()
    expect(told).toEqual([{}])
    expect(history.undo()).toBeUndefined()
    expect(told).toHaveLength(1)
  })

  it('[BD36] leaves alone what others, the server and an editor’s own housekeeping do', () => {
    const [a, b] = pair()
    const history = openHistory(a.board)
    addCause(b.board, {})
    meet(a, b)
    const fragment = fragmentOf(a.board, summary)
    a.doc.transact(() => fragment?.insert(0, [new Y.XmlElement('paragraph')]), 'migration')
    a.doc.transact((transaction) => {
      transaction.meta.set('addToHistory', false)
      fragment?.insert(0, [new Y.XmlElement('paragraph')])
    }, editor)
    moveAction(a.board, 'nothing', {})
    expect(history.state()).toEqual({})
    expect(history.undo()).toBeUndefined()
  })
})
