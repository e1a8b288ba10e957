import { paymentTimeout } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import { idOf, sketch } from '../testing/sketch.ts'
import {
  actionFixtures,
  type Fixtures,
  incidentFixtures,
  kptFixtures,
  peopleFixtures,
} from './fixtures/boardFixtures.ts'
import { causeFixtures, timelineFixtures } from './fixtures/graphFixtures.ts'
import { type CheckCode, checks, findings } from './index.ts'

const fixtures: Record<CheckCode, Fixtures> = {
  ...incidentFixtures,
  ...peopleFixtures,
  ...timelineFixtures,
  ...causeFixtures,
  ...kptFixtures,
  ...actionFixtures,
}

describe.each(checks)('$code', ({ code, severity }) => {
  const { found, quiet, now = null } = fixtures[code]
  it.each(found)(
    '[AN30] speaks, with severity, arguments and items (%#)',
    ({ board, items = [], args = {} }) => {
      const own = findings(sketch(board), { now }).filter((finding) => finding.code === code)
      expect(own).toHaveLength(1)
      expect(own[0]).toMatchObject({ severity, args, itemIds: items.map(idOf) })
    },
  )
  it.each(quiet.map((board) => ({ board })))(
    '[AN31] is quiet where there is nothing to say (%#)',
    ({ board }) => {
      expect(findings(sketch(board), { now }).filter((finding) => finding.code === code)).toEqual([])
    },
  )
})

describe('the catalogue', () => {
  it('[AN32] names each check by its slice and rule, once', () => {
    const codes = checks.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes)
      expect(code).toMatch(/^(incident|people|timeline|causes|kpt|actions)\.[a-z][A-Za-z]+$/)
  })
  it('[AN33] says of the worked example what is true of it', () => {
    for (const board of [paymentTimeout.ja, paymentTimeout.en]) {
      expect(findings(board, { now: '2026-04-24T03:00:00Z' })).toEqual([
        {
          code: 'timeline.silentGap',
          severity: 'info',
          args: { ms: 18 * 60_000 },
          itemIds: ['entry-nearly__________', 'entry-normal__________'],
        },
      ])
    }
  })
})
