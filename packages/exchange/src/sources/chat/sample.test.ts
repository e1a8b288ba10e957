import { plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { paymentTimeout, paymentTimeoutLog, paymentTimeoutSlack } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import { compareImport } from '../../compareImport.ts'
import { testContext } from '../../testing/context.ts'
import { detectSource } from '../index.ts'

const read = (text: string) => {
  const source = detectSource(text, '')
  return { format: source?.format, reading: source?.read(text, testContext({ zone: 'Asia/Tokyo' })) }
}
const minute = ({ at }: TimelineEntry): string => (at ?? '').slice(0, 16)
const said = ({ text }: TimelineEntry): string => plainTextOf(text)

describe.each(['ja', 'en'] as const)('the worked incident as a chat (%s)', (language) => {
  const { format, reading } = read(paymentTimeoutSlack[language])
  const { timeline = [], people = [] } = reading?.snapshot ?? {}
  const board = paymentTimeout[language]

  it('[EX33] reads as a Slack paste, all of it, with nothing in doubt', () => {
    expect(format).toBe('slackPaste')
    expect(reading?.problems).toEqual([])
    expect(timeline).toHaveLength(22)
    const there = new Set(board.people.map(({ name }) => name))
    expect(people.map(({ name }) => name).filter((name) => !there.has(name))).toEqual([])
    expect(people).toHaveLength(5)
  })

  it('[EX33] has the messages, decisions and actions of the board, in their minutes', () => {
    const kinds = ['message', 'decision', 'action']
    const stated = board.timeline.filter(
      ({ kind, milestone }) => kinds.includes(kind) || milestone?.name === 'detected',
    )
    const found = stated.map((entry) =>
      timeline.some((one) => said(one) === said(entry) && minute(one) === minute(entry)),
    )
    expect(stated.length).toBeGreaterThan(12)
    expect(found).toEqual(stated.map(() => true))
  })

  it('[EX37] knows the alert, the decisions and the end of the rollback by their words', () => {
    const kindOf = (of: TimelineEntry) => timeline.find((one) => said(one) === said(of))?.kind
    const clear = board.timeline.filter(
      ({ kind, milestone }) =>
        kind === 'decision' || milestone?.name === 'detected' || milestone?.name === 'mitigated',
    )
    expect(clear.map((entry) => kindOf(entry))).toEqual(clear.map(({ kind }) => kind))
  })

  it('[EX31] is known again beside the board it tells of', () => {
    const draft = reading?.snapshot ?? board
    const { duplicates, fresh } = compareImport(board, draft)
    const inBoth = timeline.filter(({ id }) => duplicates.includes(id))
    expect(inBoth).toHaveLength(13)
    expect(fresh.timeline).toHaveLength(9)
  })
})

it('[EX44] its log reads as log lines, without anything to ask', () => {
  const { format, reading } = read(paymentTimeoutLog)
  expect(format).toBe('logLines')
  expect(reading?.problems).toEqual([])
  expect(reading?.snapshot.timeline.map(({ at, kind }) => [at, kind])).toEqual([
    ['2026-04-18T12:47:03Z', 'observation'],
    ['2026-04-18T12:49:12.301Z', 'observation'],
    ['2026-04-18T12:49:12.302Z', 'alert'],
    ['2026-04-18T12:52:10Z', 'alert'],
    ['2026-04-18T13:10:00Z', 'observation'],
    ['2026-04-18T13:44:51Z', 'observation'],
    ['2026-04-18T13:45:40Z', 'alert'],
    ['2026-04-18T15:10:02Z', 'observation'],
  ])
})
