import { expect, it } from 'vitest'
import { idOf, sketch } from '../testing/sketch.ts'
import { evidenceCoverage } from './evidenceCoverage.ts'
import { silentGaps } from './silentGaps.ts'

const at = (time: string) => `2026-04-18T${time}:00Z`
const board = sketch({
  timeline: [
    { id: 'deploy', at: at('10:00') },
    { id: 'start', at: at('12:00'), is: 'impactStart' },
    { id: 'look', at: at('12:05'), until: at('12:30') },
    { id: 'note', at: at('12:10') },
    { id: 'decide', at: at('12:45'), evidence: [{ id: idOf('e'), url: 'https://example.com/1', label: '' }] },
    { id: 'over', at: at('12:59'), is: 'resolved' },
    { id: 'report', at: at('18:00') },
  ],
})
it('[AN13] finds pauses between impact start and resolved, and takes spans as told', () => {
  expect(silentGaps(board)).toEqual([{ after: idOf('look'), before: idOf('decide'), ms: 15 * 60_000 }])
  expect(silentGaps(board, 16 * 60_000)).toEqual([])
})
it('[AN13] takes a span that ends before it starts for its start', () => {
  const entries = [
    { id: 'a', at: at('12:00') },
    { id: 'b', at: at('12:10'), until: at('11:00') },
    { id: 'c', at: at('12:20') },
  ]
  expect(silentGaps(sketch({ timeline: entries }))).toEqual([])
})
it('[AN14] counts entries with evidence, and gives no share of nothing', () => {
  expect(evidenceCoverage(board)).toEqual({ entries: 7, withEvidence: 1, links: 1, share: 1 / 7 })
  expect(evidenceCoverage(sketch({})).share).toBeNull()
})
