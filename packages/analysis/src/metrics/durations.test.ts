import { describe, expect, it } from 'vitest'
import { idOf, sketch } from '../testing/sketch.ts'
import { durationNames, durations } from './durations.ts'
import { milestonesOf } from './milestones.ts'

const at = (time: string) => `2026-04-18T${time}Z`
const board = sketch({
  timeline: [
    { id: 'start', at: at('12:47:00'), approx: true, is: 'impactStart' },
    { id: 'alert', at: at('12:52:10'), is: 'detected' },
    { id: 'again', at: at('13:00:00'), is: 'detected' },
    { id: 'rollback', at: at('13:30:00'), until: at('13:45:00'), is: 'mitigated' },
    { id: 'normal', at: at('15:00:00'), is: { name: 'resolved', suggested: true } },
    { id: 'reopened', at: at('15:10:00'), is: { name: 'resolved', suggested: true } },
    { id: 'told', is: 'firstStatusPost' },
  ],
})
const byName = (snapshot = board) => Object.fromEntries(durations(snapshot).map((d) => [d.name, d]))

describe('milestones', () => {
  it('[AN1] takes the earliest of starts, the latest of endings, the end of a span that ends something', () => {
    const uses = milestonesOf(board)
    expect(uses.detected).toMatchObject({ entryId: idOf('alert'), others: [idOf('again')] })
    expect(uses.resolved).toMatchObject({ entryId: idOf('reopened'), at: at('15:10:00') })
    expect(uses.mitigated?.at).toBe(at('13:45:00'))
  })
  it('[AN2] puts a confirmed milestone before an earlier suggested one', () => {
    const uses = milestonesOf(
      sketch({
        timeline: [
          { id: 'guess', at: at('12:00:00'), is: { name: 'detected', suggested: true } },
          { id: 'sure', at: at('12:30:00'), is: 'detected' },
        ],
      }),
    )
    expect(uses.detected).toMatchObject({ entryId: idOf('sure'), suggested: false, others: [idOf('guess')] })
    expect(milestonesOf(board).resolved?.suggested).toBe(true)
  })
  it('[AN3] knows a milestone whose entry has no time', () => {
    expect(milestonesOf(board).firstStatusPost).toMatchObject({ entryId: idOf('told'), at: null })
  })
})

describe('durations', () => {
  it('[AN4] are null where an end is unknown, and still say their formula', () => {
    expect(durations(sketch({})).map((d) => d.ms)).toEqual(durationNames.map(() => null))
    expect(byName().timeToDeclare).toMatchObject({
      ms: null,
      from: idOf('start'),
      to: null,
      formula: { end: 'declared', start: 'impactStart' },
    })
    expect(byName().communicationLag).toMatchObject({ ms: null, to: idOf('told') })
  })
  it('[AN5] name the entries used and what is doubtful about them', () => {
    expect(byName().timeToDetect).toMatchObject({
      ms: 310_000,
      from: idOf('start'),
      to: idOf('alert'),
      approximate: true,
      suggested: false,
    })
    expect(byName().timeToMitigate?.ms).toBe(58 * 60_000)
    expect(byName().timeToResolve).toMatchObject({ ms: 143 * 60_000, suggested: true })
  })
  it('[AN6] are negative where the order is odd', () => {
    const odd = sketch({
      timeline: [
        { id: 'fixed', at: at('12:00:00'), is: 'resolved' },
        { id: 'said', at: at('12:10:00'), is: 'declared' },
      ],
    })
    expect(byName(odd).responseDuration?.ms).toBe(-600_000)
  })
  it('[AN5] measure the meeting and the publication from the resolution', () => {
    const held = { ...board, incident: { ...board.incident, meetingAt: at('16:10:00') } }
    const found = durations(held, { publishedAt: at('17:10:00') })
    expect(found.find((d) => d.name === 'meetingDelay')).toMatchObject({
      ms: 3_600_000,
      from: idOf('reopened'),
    })
    expect(found.find((d) => d.name === 'publicationDelay')?.ms).toBe(7_200_000)
  })
})
