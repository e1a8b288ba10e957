import type { MeetingTimer } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { Table } from '../collab/testing/table.ts'
import { Wire } from '../collab/testing/wire.ts'
import { asAlice } from '../http/testing/house.ts'
import { timerAfter } from './meetings.ts'

const now = Date.parse('2026-04-20T04:00:00Z')
const running: MeetingTimer = { durationMs: 300_000, endsAt: '2026-04-20T04:05:00Z', remainingMs: null }

it('[PR1] a timer runs, rests with what is left of it, goes on, and stops', () => {
  expect(timerAfter(null, { start: 5 }, now)).toEqual(running)
  const paused = timerAfter(running, 'pause', now + 60_000)
  expect(paused).toEqual({ durationMs: 300_000, endsAt: null, remainingMs: 240_000 })
  expect(timerAfter(paused, 'resume', now + 600_000)).toEqual({
    ...running,
    endsAt: '2026-04-20T04:14:00Z',
  })
  expect(timerAfter(paused, 'stop', now)).toBeNull()
  expect(timerAfter(running, { start: 10 }, now)?.endsAt).toBe('2026-04-20T04:10:00Z')
})

it('[PR1] an act that has nothing to act on changes nothing', () => {
  expect(timerAfter(null, 'pause', now)).toBeNull()
  expect(timerAfter(null, 'resume', now)).toBeNull()
  expect(timerAfter(running, 'resume', now)).toBe(running)
  expect(timerAfter(running, 'pause', now + 900_000)).toMatchObject({ remainingMs: 0 })
})

const put = (url: string, board: string, change: object) =>
  fetch(`${url}/api/boards/${board}/meeting`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...asAlice },
    body: JSON.stringify(change),
  })
const steps = (wire: Wire) =>
  wire.told.flatMap((frame) => (frame.type === 'meeting' ? [frame.meeting.step] : []))

it('[PR2] who is on the board hears of each change, who comes later how it stands, also after a restart', async () => {
  let table = await Table.open()
  const [board, elsewhere] = [await table.board(), await table.board()]
  const wire = await Wire.join(table.url, board)
  const other = await Wire.join(table.url, elsewhere)
  await wire.until(() => steps(wire).length === 1)
  const answer = await put(table.url, board, { step: 'causes', timer: { start: 10 } })
  const meeting = await answer.json()
  expect([answer.status, meeting.step, meeting.timer.durationMs]).toEqual([200, 'causes', 600_000])
  await wire.until(() => steps(wire).length === 2)
  expect(steps(wire)).toEqual([null, 'causes'])
  await put(table.url, board, { timer: 'pause' })
  await wire.until(() => steps(wire).length === 3)
  expect(steps(wire).at(-1)).toBe('causes')
  await table.stop()
  table = await Table.open({ folder: table.folder })
  const later = await Wire.join(table.url, board)
  await later.until(() => steps(later).length === 1)
  const [told] = later.told.flatMap((frame) => (frame.type === 'meeting' ? [frame.meeting] : []))
  expect(told).toMatchObject({ step: 'causes', timer: { endsAt: null, durationMs: 600_000 } })
  expect(Math.abs(Date.parse(told?.now ?? '') - Date.now())).toBeLessThan(5_000)
  expect(steps(other)).toEqual([null])
  await table.close()
})

it('[PR3] a change that says nothing sensible is refused, and so is one without a name or board', async () => {
  const table = await Table.open()
  const board = await table.board()
  for (const change of [
    { step: 'lunch' },
    { timer: 'faster' },
    { timer: { start: 0 } },
    { timer: { start: 999 } },
  ])
    expect([(await put(table.url, board, change)).status, change]).toEqual([400, change])
  expect((await put(table.url, 'x'.repeat(22), { step: 'kpt' })).status).toBe(404)
  const nameless = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"step":"kpt"}' }
  expect((await fetch(`${table.url}/api/boards/${board}/meeting`, nameless)).status).toBe(401)
  const read = await fetch(`${table.url}/api/boards/${board}/meeting`)
  expect(await read.json()).toMatchObject({ step: null, timer: null })
  await table.close()
})
