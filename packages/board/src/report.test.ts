import { emptyReport } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { openHistory } from './history.ts'
import { participant } from './participants.testing.ts'
import { addressReport, writeReport } from './report.ts'
import { readSnapshot } from './watch.ts'

it('[BD70] a text of a report is written, follows the board again, and leaves the others alone', () => {
  const { board } = participant()
  writeReport(board, 'final', { cause: '設定が違った' })
  writeReport(board, 'final', { outlook: '' })
  writeReport(board, 'first', { asOf: '2026-04-18T13:00:00Z' })
  const { incident } = readSnapshot(board)
  expect(incident.reportFinal).toEqual({ ...emptyReport, cause: '設定が違った', outlook: '' })
  expect(incident.reportFirst).toEqual({ ...emptyReport, asOf: '2026-04-18T13:00:00Z' })
  expect(incident.reportInterim).toEqual(emptyReport)
  writeReport(board, 'final', { cause: null })
  expect(readSnapshot(board).incident.reportFinal).toEqual({ ...emptyReport, outlook: '' })
})

it('[BD71] each is one labelled step, and typing in one text is one', () => {
  const { board } = participant()
  const history = openHistory(board)
  writeReport(board, 'final', { cause: 'a' })
  writeReport(board, 'final', { cause: 'ab' })
  expect(history.state()).toEqual({ undo: 'writeReport' })
  addressReport(board, { reportTo: '株式会社青空' })
  expect(history.undo()?.verb).toBe('addressReport')
  expect(history.undo()?.verb).toBe('writeReport')
  expect(readSnapshot(board).incident.reportFinal.cause).toBeNull()
})

it('[BD72] what does not fit throws and writes nothing', () => {
  const { board } = participant()
  expect(() => writeReport(board, 'final', { cause: 'x'.repeat(2001) })).toThrow()
  expect(() => writeReport(board, 'final', { asOf: 'now' })).toThrow()
  expect(() => addressReport(board, { reportTo: 'x'.repeat(201) })).toThrow()
  expect(readSnapshot(board).incident.reportFinal).toEqual(emptyReport)
})
