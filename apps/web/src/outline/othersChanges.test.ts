import { type BoardSnapshot, boardSnapshotSchema } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { changesBetween, OthersWork } from './othersChanges.ts'

const id = (letter: string): string => letter.repeat(22)
const board = (patch: object): BoardSnapshot => boardSnapshotSchema.parse({ incident: {}, ...patch })
const empty = board({})
const one = { ...empty, timeline: board({ timeline: [{ id: id('a') }] }).timeline }
const two = { ...one, timeline: [...one.timeline, ...board({ timeline: [{ id: id('b') }] }).timeline] }
const changed = { ...two, timeline: two.timeline.map((entry, i) => (i === 0 ? { ...entry } : entry)) }

describe('what others did', () => {
  it('[OL22] is what became different between two snapshots, and nothing else', () => {
    expect(changesBetween(empty, empty)).toEqual([])
    expect(changesBetween(empty, two)).toEqual([{ part: 'timeline', how: 'added', ids: [id('a'), id('b')] }])
    expect(changesBetween(two, changed)).toEqual([{ part: 'timeline', how: 'changed', ids: [id('a')] }])
    expect(changesBetween(two, one)).toEqual([{ part: 'timeline', how: 'removed', ids: [id('b')] }])
    const linked = { ...two, links: [{ kind: 'because' as const, from: id('a'), to: id('b') }] }
    expect(changesBetween(two, linked).map(({ part, how }) => `${part} ${how}`)).toEqual(['links added'])
  })

  it('[OL22] is summed up a person, each thing once', () => {
    const work = new OthersWork()
    work.add('Tanaka', changesBetween(empty, two))
    work.add('Tanaka', changesBetween(two, changed))
    work.add('Sato', changesBetween(changed, { ...changed, incident: { ...changed.incident } }))
    expect(work.take()).toEqual([
      { who: 'Tanaka', changes: [{ part: 'timeline', how: 'added', count: 2 }] },
      { who: 'Sato', changes: [{ part: 'incident', how: 'changed', count: 1 }] },
    ])
    expect(work.empty).toBe(true)
    expect(work.take()).toEqual([])
  })

  it('[OL22] what was made and removed again meanwhile is not told; whose a deletion was is not guessed', () => {
    const work = new OthersWork()
    work.add('Tanaka', changesBetween(empty, one))
    work.add(null, changesBetween(one, empty))
    expect(work.take()).toEqual([])
    work.add(null, changesBetween(one, empty))
    expect(work.take()).toEqual([{ who: null, changes: [{ part: 'timeline', how: 'removed', count: 1 }] }])
  })
})
