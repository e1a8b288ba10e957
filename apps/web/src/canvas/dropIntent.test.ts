import { describe, expect, it } from 'vitest'
import { dropIntent, type Thing, type Under } from './dropIntent.ts'
import type { ZoneName } from './placed.ts'

const entry: Thing = { id: 'e', part: 'timeline' }
const cause: Thing = { id: 'c', part: 'causes' }
const other: Thing = { id: 'd', part: 'causes' }
const action: Thing = { id: 'a', part: 'actions' }
const note = (column: 'keep' | 'problem' | 'try'): Thing => ({ id: 'n', part: 'kptNotes', column })
const over = (zone: ZoneName | null, item: Thing | null = null): Under => ({ zone, item })

describe('what a drop means', () => {
  it.each([
    [entry, cause, { kind: 'evidence', from: 'e', to: 'c' }],
    [action, cause, { kind: 'answers', from: 'a', to: 'c' }],
    [note('problem'), cause, { kind: 'origin', from: 'n', to: 'c' }],
    [note('try'), action, { kind: 'origin', from: 'n', to: 'a' }],
    [note('keep'), cause, { kind: 'about', from: 'n', to: 'c' }],
    [note('keep'), entry, { kind: 'about', from: 'n', to: 'e' }],
    [entry, note('problem'), { kind: 'about', from: 'n', to: 'e' }],
    [cause, note('problem'), { kind: 'origin', from: 'n', to: 'c' }],
  ] as const)('[WB3] links between zones: %o onto %o', (dragged, target, link) => {
    expect(dropIntent(dragged, over('causes', target))).toEqual({ kind: 'link', link })
  })
  it('[WB3] makes a cause of a Problem and an action of a Try, and of nothing else', () => {
    expect(dropIntent(note('problem'), over('causes'))).toEqual({ kind: 'causeFromNote', note: 'n' })
    expect(dropIntent(note('try'), over('actions'))).toEqual({ kind: 'actionFromNote', note: 'n' })
    expect(dropIntent(note('keep'), over('causes'))).toEqual({ kind: 'nothing' })
    expect(dropIntent(note('problem'), over('actions'))).toEqual({ kind: 'nothing' })
  })
  it('[WB3] moves inside a zone', () => {
    expect(dropIntent(entry, over('timeline'))).toEqual({ kind: 'retime' })
    expect(dropIntent(note('keep'), over('kpt', { id: 'm', part: 'kptNotes' }))).toEqual({ kind: 'slot' })
    expect(dropIntent({ id: 'g', part: 'kptGroups', column: 'keep' }, over('kpt'))).toEqual({ kind: 'slot' })
    expect(dropIntent(action, over('actions', { id: 'b', part: 'actions' }))).toEqual({ kind: 'row' })
    expect(dropIntent(cause, over('causes', other))).toEqual({ kind: 'place' })
  })
  it('[WB3] leaves a thing alone that is dropped where it means nothing', () => {
    expect(dropIntent(entry, over('actions'))).toEqual({ kind: 'nothing' })
    expect(dropIntent(action, over(null))).toEqual({ kind: 'nothing' })
  })
  it('[WB3] does not take a thing for its own target', () => {
    expect(dropIntent(cause, over('causes', cause))).toEqual({ kind: 'place' })
  })
})
