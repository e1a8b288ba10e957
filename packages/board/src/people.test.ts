import { expect, it } from 'vitest'
import { openHistory } from './history.ts'
import { meet, pair, participant } from './participants.testing.ts'
import { acknowledgeGroundRules, addParticipant, changeParticipant } from './people.ts'
import { readSnapshot } from './watch.ts'

const [first, later] = ['2026-04-20T01:00:00Z', '2026-04-20T02:00:00Z']
const peopleOn = (board: Parameters<typeof readSnapshot>[0]) =>
  readSnapshot(board).people.map(({ name, acknowledgedAt, department }) => ({
    name,
    acknowledgedAt,
    department,
  }))

it('[BD75] acknowledging notes the time at the participant of that name, whatever its width', () => {
  const { board } = participant()
  const id = addParticipant(board, { name: 'Ｍaria', department: '決済' })
  expect(acknowledgeGroundRules(board, { name: ' Maria ', at: first })).toBe(id)
  expect(peopleOn(board)).toEqual([{ name: 'Ｍaria', department: '決済', acknowledgedAt: first }])
})

it('[BD76] who is not listed yet is added, behind the others', () => {
  const { board } = participant()
  addParticipant(board, { name: '鈴木' })
  acknowledgeGroundRules(board, { name: '佐藤 ', at: first })
  expect(peopleOn(board)).toEqual([
    { name: '鈴木', department: '', acknowledgedAt: null },
    { name: '佐藤', department: '', acknowledgedAt: first },
  ])
})

it('[BD77] doing it again keeps the first time; undoing it takes it back whole', () => {
  const { board } = participant()
  const history = openHistory(board)
  acknowledgeGroundRules(board, { name: '佐藤', at: first })
  acknowledgeGroundRules(board, { name: '佐藤', at: later })
  expect(peopleOn(board)).toEqual([{ name: '佐藤', department: '', acknowledgedAt: first }])
  expect(history.undo()).toEqual({ verb: 'acknowledgeGroundRules', kept: [] })
  expect(peopleOn(board)).toEqual([])
})

it('[BD78] what another changes at the same person meanwhile stays', () => {
  const [one, other] = pair()
  const id = addParticipant(one.board, { name: '田中' })
  meet(one, other)
  acknowledgeGroundRules(one.board, { name: '田中', at: first })
  changeParticipant(other.board, id, { department: '営業', attended: false })
  meet(one, other)
  for (const { board } of [one, other])
    expect(peopleOn(board)).toEqual([{ name: '田中', department: '営業', acknowledgedAt: first }])
})

it('[BD79] a time that is none is refused before anything is written', () => {
  const { board } = participant()
  expect(() => acknowledgeGroundRules(board, { name: '佐藤', at: 'yesterday' })).toThrow()
  expect(peopleOn(board)).toEqual([])
})
