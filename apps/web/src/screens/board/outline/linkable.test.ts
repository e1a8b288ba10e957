import { boardSnapshotSchema } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { candidatesOf, relationsOf } from './linkable.ts'

const id = (letter: string): string => letter.repeat(22)
const snapshot = boardSnapshotSchema.parse({
  incident: {},
  timeline: [{ id: id('a') }],
  causes: [{ id: id('b') }, { id: id('c') }],
  kptNotes: [{ id: id('d') }],
  actions: [{ id: id('e') }],
  freeNotes: [{ id: id('f') }],
  links: [{ kind: 'because', from: id('b'), to: id('c') }],
})
const said = (part: Parameters<typeof relationsOf>[0]): string[] =>
  relationsOf(part).map(({ kind, way }) => `${kind} ${way}`)

describe('what can be linked', () => {
  it('[OL18] every way a thing of a part can be linked, and no other', () => {
    expect(said('timeline')).toEqual(['evidence from', 'about to'])
    expect(said('causes')).toEqual([
      'because from',
      'because to',
      'evidence to',
      'origin to',
      'about to',
      'answers to',
    ])
    expect(said('kptNotes')).toEqual(['origin from', 'about from'])
    expect(said('actions')).toEqual(['origin to', 'answers from'])
    expect(said('freeNotes')).toEqual([])
  })
  it('[OL18] only what stands at the other end of such a link, never itself, with what is linked already', () => {
    const from = candidatesOf(snapshot, id('b'), { kind: 'because', way: 'from' })
    expect(from).toEqual([
      { link: { kind: 'because', from: id('b'), to: id('c') }, id: id('c'), text: '', linked: true },
    ])
    const to = candidatesOf(snapshot, id('b'), { kind: 'because', way: 'to' })
    expect(to.map(({ link, linked }) => [link.from, linked])).toEqual([[id('c'), false]])
    const origins = candidatesOf(snapshot, id('d'), { kind: 'origin', way: 'from' })
    expect(origins.map((each) => each.id)).toEqual([id('b'), id('c'), id('e')])
  })
})
