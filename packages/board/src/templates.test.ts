import { plainTextOf, richTextOf } from '@kintsugi/model'
import { builtInTemplates } from '@kintsugi/model/builtInTemplates'
import { templateContentSchema } from '@kintsugi/model/templates'
import { expect, it } from 'vitest'
import { addChecklistItem, changeChecklistItem } from './checklist.ts'
import { openHistory } from './history.ts'
import { importSnapshot } from './import.ts'
import { describeIncident, writeText } from './incident.ts'
import { meet, pair, participant } from './participants.testing.ts'
import { removeItems } from './remove.ts'
import { applyTemplate } from './templates.ts'
import { readSnapshot } from './watch.ts'

const [major] = builtInTemplates.ja
if (!major) throw new Error('no built-in template')
const rules = { part: 'incident', field: 'groundRules' } as const
const checklistOn = (board: Parameters<typeof readSnapshot>[0]) =>
  readSnapshot(board).checklist.map(({ name, done }) => [name, done])

it('[TM6] applied, a template is one step of undo, and the board is then as it was', () => {
  const { board } = participant()
  const history = openHistory(board)
  const before = readSnapshot(board)
  applyTemplate(board, major)
  const { incident, checklist } = readSnapshot(board)
  expect(checklist.map(({ name, step, done }) => ({ name, step, done }))).toEqual(
    major.checklist.map((item) => ({ ...item, done: false })),
  )
  expect(plainTextOf(incident.groundRules)).toBe(major.groundRules)
  expect(incident).toMatchObject({ severity: 'sev1', guide: { name: major.name, meetingMinutes: 90 } })
  expect(history.undo()).toEqual({ verb: 'applyTemplate', kept: [] })
  expect(readSnapshot(board)).toEqual(before)
  expect(history.redo()?.verb).toBe('applyTemplate')
  expect(readSnapshot(board).checklist).toEqual(checklist)
})

it('[TM6] what somebody wrote stays, and applied again it writes nothing', () => {
  const { board } = participant()
  const history = openHistory(board)
  writeText(board, rules, richTextOf('ours'))
  describeIncident(board, { severity: 'sev3' })
  applyTemplate(board, major)
  const once = readSnapshot(board)
  expect([plainTextOf(once.incident.groundRules), once.incident.severity]).toEqual(['ours', 'sev3'])
  applyTemplate(board, major)
  expect(readSnapshot(board)).toEqual(once)
  expect([history.undo()?.verb, history.undo()?.verb]).toEqual(['applyTemplate', 'describeIncident'])
})

it('[TM7] one ticks and another rewrites: both are there', () => {
  const [one, other] = pair()
  const id = addChecklistItem(one.board, { name: 'read the log', step: 'timeline' })
  meet(one, other)
  changeChecklistItem(one.board, id, { done: true })
  changeChecklistItem(other.board, id, { name: 'read all logs' })
  meet(one, other)
  for (const { board } of [one, other]) expect(checklistOn(board)).toEqual([['read all logs', true]])
})

it('[TM7] a removed point comes back with undo, ticked as it was', () => {
  const { board } = participant()
  const history = openHistory(board)
  const id = addChecklistItem(board, { name: 'a' })
  changeChecklistItem(board, id, { done: true })
  removeItems(board, [id])
  expect(checklistOn(board)).toEqual([])
  history.undo()
  expect(checklistOn(board)).toEqual([['a', true]])
  expect(changeChecklistItem(board, 'x'.repeat(22), { done: true })).toBe(false)
})

it('[TM8] checklist and guide come along in a copy of the board, in their order', () => {
  const [one, other] = [participant(), participant()]
  applyTemplate(one.board, templateContentSchema.parse({ ...major, name: 'Ours' }))
  const [first] = readSnapshot(one.board).checklist
  changeChecklistItem(one.board, first?.id ?? '', { done: true })
  importSnapshot(other.board, readSnapshot(one.board))
  const [from, to] = [readSnapshot(one.board), readSnapshot(other.board)]
  expect(to.checklist).toEqual(from.checklist)
  expect(to.incident.guide).toEqual(from.incident.guide)
})
