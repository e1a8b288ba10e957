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
  const { found, quiet } = fixtures[code]
  it.each(found)(
    '[AN30] speaks, with severity, arguments and items (%#)',
    ({ board, items = [], args = {} }) => {
      const own = findings(sketch(board)).filter((finding) => finding.code === code)
      expect(own).toHaveLength(1)
      expect(own[0]).toMatchObject({ severity, args, itemIds: items.map(idOf) })
    },
  )
  it.each(quiet.map((board) => ({ board })))(
    '[AN31] is quiet where there is nothing to say (%#)',
    ({ board }) => {
      expect(findings(sketch(board)).filter((finding) => finding.code === code)).toEqual([])
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
    expect(findings(paymentTimeout.ja).map(({ code, itemIds }) => [code, itemIds.length])).toEqual([
      ['timeline.silentGap', 2],
      ['timeline.silentGap', 2],
      ['timeline.silentGap', 2],
      ['timeline.milestoneUnproven', 1],
      ['causes.unproven', 2],
      ['actions.assigneeMissing', 1],
      ['actions.dueMissing', 1],
      ['actions.doneWhenMissing', 1],
    ])
  })
})
