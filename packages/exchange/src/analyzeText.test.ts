import { expect, it } from 'vitest'
import { analyzeText } from './analyzeText.ts'
import { testContext } from './testing/context.ts'

const text =
  '# 2024-05-01\n\n## Timeline (UTC)\n\n- 10:00 Outage begins\n- 10:05 First detected by an alert\n- 11:00 Incident resolved\n- soon\n'

it('[EX22] computes durations from the suggested milestones and says where they come from', () => {
  const { snapshot, milestones, durations, findings, problems } = analyzeText(text, testContext({}))
  expect(snapshot.timeline).toHaveLength(3)
  expect(milestones.detected).toMatchObject({ at: '2024-05-01T10:05:00Z', suggested: true })
  const known = durations.filter(({ ms }) => ms !== null).map(({ name, ms }) => [name, ms])
  expect(known).toEqual([
    ['timeToDetect', 300_000],
    ['timeToResolve', 3_600_000],
  ])
  expect(
    findings.every(({ code, severity }) => code !== '' && ['info', 'warning', 'error'].includes(severity)),
  ).toBe(true)
  expect(problems).toContainEqual({ code: 'rowWithoutTime', line: 8, args: { text: 'soon' } })
})

it('[EX22] analyzes what nobody knows as an empty board with its problem', () => {
  const { snapshot, problems } = analyzeText('\0\u0001', testContext({}))
  expect(snapshot.timeline).toEqual([])
  expect(problems.map(({ code }) => code)).toEqual(['notText'])
})
