import { type EntryKind, plainTextOf } from '@kintsugi/model'
import { paymentTimeout, paymentTimeoutCsv } from '@kintsugi/model/examples'
import { createWords } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import { timelineCsv } from '../formats/timelineCsv.ts'
import { testContext } from '../testing/context.ts'
import { readCsv } from './csv.ts'
import { detectSource } from './index.ts'

const kinds: EntryKind[] = ['alert', 'change', 'statusPost', 'observation', 'impact']

describe.each(['ja', 'en'] as const)('sheets in %s', (language) => {
  const board = paymentTimeout[language]
  const told = (timeline: typeof board.timeline) =>
    timeline.map(({ at, until, approx, kind, certainty, text, actor, evidence }) => ({
      at,
      until,
      approx,
      kind,
      certainty,
      text: plainTextOf(text),
      actor,
      links: evidence.map(({ url }) => url),
    }))

  it('[EX60] the sample’s sheet gives the sample’s entries, the first alert and the rollback among them', () => {
    const text = paymentTimeoutCsv[language]
    expect(detectSource(text, '')?.format).toBe('csv')
    const { snapshot, problems } = readCsv(text, testContext({ zone: 'UTC' }))
    expect(problems).toEqual([])
    const expected = board.timeline.filter(
      ({ kind, milestone }) => kinds.includes(kind) || milestone?.name === 'mitigated',
    )
    expect(told(snapshot.timeline)).toEqual(told(expected))
    expect(expected.map(({ milestone }) => milestone?.name)).toEqual(
      expect.arrayContaining(['detected', 'mitigated']),
    )
    expect(snapshot.incident.timeZone).toBe('Asia/Tokyo')
  })

  it('[EX60] a timeline written as CSV is read back', () => {
    const text = timelineCsv.write(board, { words: createWords(language).t, language } as Parameters<
      typeof timelineCsv.write
    >[1])
    const { snapshot, columns, problems } = readCsv(String(text), testContext({ zone: 'UTC' }))
    expect(columns?.mapping.time).toBe(0)
    expect(problems.filter(({ line }) => line !== null)).toEqual([])
    const plain = told(board.timeline).map((entry) => ({ ...entry, approx: false }))
    expect(told(snapshot.timeline).map((entry) => ({ ...entry, approx: false }))).toEqual(plain)
    expect(snapshot.timeline.map(({ milestone }) => milestone)).toEqual(
      board.timeline.map(({ milestone }) => milestone),
    )
  })
})
