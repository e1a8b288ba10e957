import { importSnapshot, readSnapshot } from '@kintsugi/board'
import { emptySnapshot, limits, timelineEntrySchema } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { alice, asAlice, type House, jsonAsAlice, newId, openHouse } from './testing/house.ts'

const report = `# 決済が遅い

## タイムライン

タイムゾーン: Asia/Tokyo

| 時刻 | 出来事 |
| --- | --- |
| 2026-04-18 21:47 | 設定を反映した |
| 2026-04-18 21:52 | アラートが鳴った |
| 2026-04-18 22:45 | 差し戻した |
`
const send = (text: unknown, more: object = {}) => ({
  method: 'POST',
  headers: { ...jsonAsAlice, 'Accept-Language': 'en' },
  body: JSON.stringify({ text, ...more }),
})
const importInto = async (house: House, id: string, text: string) =>
  (await house.request(`/api/boards/${id}/import`, send(text))).json()
const read = async (house: House, id: string) => (await house.request(`/api/boards/${id}`)).json()

it('[HT12] shows what would be added, and writes nothing', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const before = await read(house, id)
  const preview = await (await house.request(`/api/boards/${id}/import/preview`, send(report))).json()
  expect(preview).toMatchObject({ format: 'markdown', duplicates: [] })
  expect(preview.snapshot.timeline.map(({ at }: { at: string }) => at)).toEqual([
    '2026-04-18T12:47:00Z',
    '2026-04-18T12:52:00Z',
    '2026-04-18T13:45:00Z',
  ])
  expect(await read(house, id)).toEqual(before)
})

it('[HT12] adds what is new, knows what is there already, and is taken back as one', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const first = await importInto(house, id, report)
  expect(first).toMatchObject({ added: expect.any(Number), duplicates: 0 })
  const longer = `${report}| 2026-04-18 23:10 | 平常に戻った |\n`
  const preview = await (await house.request(`/api/boards/${id}/import/preview`, send(longer))).json()
  expect(preview.duplicates).toHaveLength(3)
  const second = await importInto(house, id, longer)
  expect(second).toMatchObject({ added: 1, duplicates: 3 })
  expect(second.batch).not.toBe(first.batch)
  expect((await read(house, id)).timeline).toHaveLength(4)

  const remove = (batch: string) => ({
    method: 'DELETE',
    headers: asAlice,
    path: `/api/boards/${id}/imports/${batch}`,
  })
  const { path, ...init } = remove(first.batch)
  expect((await house.request(path, init)).status).toBe(204)
  const left = (await read(house, id)).timeline
  expect(left.map(({ source }: { source: { batch: string } }) => source.batch)).toEqual([second.batch])
  expect(await house.refused(path, init)).toMatchObject({ status: 404, problem: { code: 'batchUnknown' } })
})

it('[HT12] two imports of the same text at once add it once', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const results = await Promise.all([importInto(house, id, report), importInto(house, id, report)])
  expect(results.map(({ added, duplicates }) => added + duplicates)).toEqual([3, 3])
  expect((await read(house, id)).timeline).toHaveLength(3)
})

it('[HT12] is refused by a final board, which stays as it was finalized', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  expect(await house.refused(`/api/boards/${id}/import`, send(report))).toMatchObject({
    status: 409,
    problem: { code: 'boardFinal' },
  })
})

it('[HT13] adds nothing where the board would have too many items, and names the limit', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const full = {
    ...emptySnapshot(),
    timeline: Array.from({ length: limits.itemsPerBoard - 2 }, () =>
      timelineEntrySchema.parse({ id: newId() }),
    ),
  }
  await house.collab.change(id, principalOf(alice), (board) => importSnapshot(board, full))
  const { status, problem, message } = await house.refused(`/api/boards/${id}/import`, send(report))
  expect([status, problem]).toEqual([
    413,
    { code: 'itemLimit', args: { total: limits.itemsPerBoard + 1, limit: limits.itemsPerBoard }, line: null },
  ])
  expect(message).toContain('10,000')
  expect((await house.collab.change(id, principalOf(alice), readSnapshot)).timeline).toHaveLength(
    limits.itemsPerBoard - 2,
  )
})

it('[HT14] says what is wrong with a text that is none', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const codeOf = async (text: string, more = {}) => {
    const { status, problem, message } = await house.refused(`/api/boards/${id}/import`, send(text, more))
    expect(message).not.toBe('')
    return [status, problem.code]
  }
  expect(await codeOf('  \n')).toEqual([422, 'empty'])
  expect(await codeOf('\u0000\u0001PK\u0003\u0004')).toEqual([422, 'notText'])
  expect(await codeOf('<!doctype html><p>')).toEqual([422, 'empty'])
  expect(await codeOf('{"a": 1')).toEqual([422, 'timelineMissing'])
  expect(await codeOf(report, { date: '2026-02-30' })).toEqual([400, 'fieldInvalid'])
  expect(await codeOf(report, { zone: 'Mars/Base' })).toEqual([400, 'fieldInvalid'])
  expect((await read(house, id)).timeline).toEqual([])
})

it('[HT30] makes nobody who speaks in a chat a participant', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const chat = 'Aki  [9:40 PM]\nErrors are rising\n\nBen  [9:42 PM]\nRolling back now\n'
  const answer = await house.request(
    `/api/boards/${id}/import`,
    send(chat, { zone: 'Asia/Tokyo', date: '2026-04-18' }),
  )
  expect(answer.status).toBe(201)
  const { timeline, people } = await read(house, id)
  expect(timeline).toHaveLength(2)
  expect(people).toEqual([])
})
