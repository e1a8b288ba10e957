import { openBoard, putBackNotes, removeItems, reveal, seedBoard } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { createWords } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../../identity/newId.ts'
import { type Conduct, conduct } from '../../../practice/conduct.ts'
import type { CommandContext } from './command.ts'
import { addCommands } from './index.ts'
import { leadCommands } from './lead.ts'
import { meetingCommands } from './meeting.ts'
import { fold, menuOf } from './menu.tsx'
import { roundCommands } from './round.ts'
import { selectedCommands } from './selected.ts'

/** A board on which nothing was done yet. */
function contextIn(language: 'ja' | 'en', writable = true, selected: string[] = []): CommandContext {
  const cell = <T>(value: T) => ({ get: () => value, set: () => undefined, subscribe: () => () => undefined })
  const doc = new Y.Doc()
  seedBoard(doc, { boardId: newId() })
  return {
    board: openBoard(doc, { newId }),
    writable,
    surface: { kind: 'canvas', things: [{ id: 'entry', part: 'timeline' }] },
    snapshot: () => ({ incident: {} }),
    t: createWords(language).t,
    history: { state: () => ({}) },
    desk: { selection: cell(new Set(selected)), selectedLink: cell(null) },
  } as unknown as CommandContext
}
const idsIn = (context: CommandContext, part = '') =>
  menuOf(context, fold(part)).flatMap(({ entries }) => entries.map(({ id }) => id))

describe('what the menu and the palette offer', () => {
  it('[WB18] finds an act by any part of its name, in either kana and width', () => {
    expect(idsIn(contextIn('en'), 'TIMEL')).toEqual(['timeline'])
    expect(idsIn(contextIn('ja'), 'たいむらいん')).toEqual(['timeline'])
    expect(idsIn(contextIn('ja'), 'kpt')).toEqual(['note', 'kpt'])
    expect(idsIn(contextIn('ja'), 'KPT')).toEqual(['note', 'kpt'])
    expect(idsIn(contextIn('en'), 'no such thing')).toEqual([])
  })
  it('[WB17] offers only what means something now', () => {
    expect(idsIn(contextIn('en'))).not.toContain('undo')
    expect(idsIn(contextIn('en'))).not.toContain('remove')
    expect(idsIn(contextIn('en'))).not.toContain('back')
    expect(idsIn(contextIn('en', false))).not.toContain('note')
    expect(idsIn(contextIn('en', false))).toContain('keys')
  })
  it('[WK9] offers to put notes back where some were taken off', () => {
    const context = contextIn('en')
    const { board } = context
    expect(idsIn(context, 'taken off')).toEqual([])
    const note = { column: 'try' as const, text: richTextOf('x'), author: null, seal: 's'.repeat(43) }
    const id = newId()
    reveal(board, { notes: [{ ...note, id }], changes: [], rounds: [] })
    expect(idsIn(context, 'taken off')).toEqual([])
    removeItems(board, [id])
    expect(idsIn(context, 'taken off')).toEqual(['aside'])
    expect(idsIn(contextIn('en', false), 'taken off')).toEqual([])
    putBackNotes(board, [id])
    expect(idsIn(context, 'taken off')).toEqual([])
  })
  it('[WB17] [WPR12] offers the meeting’s acts where there is one, each by what it would do now', () => {
    addCommands({ ...selectedCommands, ...leadCommands, ...meetingCommands, ...roundCommands })
    expect(idsIn(contextIn('en'), 'hand')).not.toContain('raiseHand')
    const [kim, sato] = [
      { principal: 'kim', name: 'Kim' },
      { principal: 'sato', name: '佐藤' },
    ]
    const own = (me: string): Conduct => ({
      me,
      isReady: false,
      change: () => undefined,
      heard: {
        ...{
          step: null,
          timer: null,
          facilitator: kim,
          scribe: null,
          away: [],
          hands: [sato],
          lock: null,
          round: null,
        },
        ...{ ready: { done: 0, of: 2 }, skewMs: 0 },
      },
    })
    conduct.set(own('sato'))
    expect(idsIn(contextIn('en'), 'lower hand')).toEqual(['raiseHand'])
    expect(idsIn(contextIn('en'))).not.toContain('lockBoard')
    conduct.set(own('kim'))
    expect(idsIn(contextIn('en'), 'raise hand')).toEqual(['raiseHand'])
    expect(idsIn(contextIn('ja'), 'ろっく')).toEqual(['lockBoard'])
    expect(idsIn(contextIn('en'), 'on to step 1, owner')).toEqual(['nextStep'])
    expect(idsIn(contextIn('en'), 'back to step')).toEqual([])
    expect(idsIn(contextIn('en'), 'start the timer: 5 min')).toEqual(['timer'])
    expect(idsIn(contextIn('en'), 'stop the timer')).toEqual([])
    expect(idsIn(contextIn('en'), 'lower the hand of 佐藤')).toEqual(['lowerHand'])
    // Whoever does not lead is not offered it; the own hand is not the next one's.
    conduct.set(own('sato'))
    expect(idsIn(contextIn('en'), 'on to step')).toEqual([])
    expect(idsIn(contextIn('en'), 'lower the hand of')).toEqual([])
    // A role is offered where it is free, one's own or to be taken over.
    expect(idsIn(contextIn('en'), 'facilitate this')).toEqual([])
    expect(idsIn(contextIn('en'), 'be the scribe')).toEqual(['takeNotes'])
    const { heard, ...away } = own('sato')
    conduct.set({ ...away, heard: heard && { ...heard, away: ['facilitator'] } })
    expect(idsIn(contextIn('en'), 'facilitate this')).toEqual(['facilitate'])
    expect(idsIn(contextIn('en'), 'on to step')).toEqual(['nextStep'])
    conduct.set(null)
  })
  it('[WB28] offers what can be made of the selected thing, and nothing that cannot', () => {
    expect(idsIn(contextIn('en', true, ['entry']), 'response review')).toEqual([
      'reviewWorked',
      'reviewImprove',
      'reviewLucky',
    ])
    expect(idsIn(contextIn('en', true, ['entry']), 'of the selected note')).toEqual([])
    expect(idsIn(contextIn('en'), 'response review')).toEqual([])
    expect(idsIn(contextIn('en', false, ['entry']), 'response review')).toEqual([])
  })
})
