import type { Department } from '@kintsugi/model'
import { departmentLimits } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { type House, jsonAsAlice, newId, openHouse } from '../http/testing/house.ts'

const send = (house: House, method: string, path: string, body: object) =>
  house.request(`/api/departments${path}`, { method, headers: jsonAsAlice, body: JSON.stringify(body) })
const add = async (house: House, name: string, aliases: string[] = []): Promise<Department> =>
  (await send(house, 'POST', '', { name, aliases })).json()
const list = async (house: House): Promise<Department[]> => (await house.request('/api/departments')).json()

it('[PR4] is one list for all boards, in the order in which it grew', async () => {
  const house = await openHouse()
  expect(await list(house)).toEqual([])
  const platform = await add(house, ' 基盤 ', ['インフラ'])
  const support = await add(house, 'サポート')
  expect(await list(house)).toEqual([platform, support])
  expect(platform).toMatchObject({ name: '基盤', aliases: ['インフラ'], archived: false })
})

it('[PR5] a renamed department keeps its old name as an alias; archiving keeps all of it', async () => {
  const house = await openHouse()
  const { id } = await add(house, 'インフラ')
  const renamed = await (await send(house, 'PUT', `/${id}`, { name: '基盤' })).json()
  expect(renamed).toEqual({ id, name: '基盤', aliases: ['インフラ'], archived: false })
  const archived = await (await send(house, 'PUT', `/${id}`, { archived: true })).json()
  expect(archived).toEqual({ ...renamed, archived: true })
  expect((await (await send(house, 'PUT', `/${id}`, { aliases: ['Infra'] })).json()).aliases).toEqual([
    'Infra',
  ])
  expect(await list(house)).toHaveLength(1)
})

it('[PR6] no two departments answer to one name, whichever came first', async () => {
  const house = await openHouse()
  const sre = await add(house, 'SRE', ['Reliability'])
  const support = await add(house, 'Support')
  for (const [method, path, body] of [
    ['POST', '', { name: 'ｓｒｅ', aliases: [] }],
    ['POST', '', { name: 'New', aliases: ['reliability'] }],
    ['PUT', `/${support.id}`, { name: 'Reliability' }],
    ['PUT', `/${support.id}`, { aliases: ['SRE'] }],
  ] as const) {
    const answer = await send(house, method, path, body)
    expect([answer.status, (await answer.json()).problem.code]).toEqual([409, 'departmentTaken'])
  }
  expect(await list(house)).toEqual([sre, support])
  const twice = await Promise.all([add(house, 'Sales'), add(house, 'sales')])
  expect(twice.filter((answer) => 'problem' in answer)).toHaveLength(1)
})

it('[PR7] refuses an unknown department, an empty name, and one beyond the limit', async () => {
  const house = await openHouse()
  expect((await send(house, 'PUT', `/${newId()}`, { name: 'x' })).status).toBe(404)
  expect((await send(house, 'POST', '', { name: '  ' })).status).toBe(400)
  expect((await house.request('/api/departments', { method: 'POST', body: '{"name":"x"}' })).status).toBe(401)
  await house.storage.db
    .insertInto('departments')
    .values(
      Array.from({ length: departmentLimits.departments }, (_, i) => ({
        id: newId(),
        name: `D${i}`,
        aliases: '[]',
        archived: 0,
        added: i,
      })),
    )
    .execute()
  const answer = await send(house, 'POST', '', { name: 'one more' })
  expect([answer.status, (await answer.json()).problem.code]).toEqual([409, 'departmentLimit'])
})

it('[AT27] a name is one line of whole characters, and the same when it is read again', async () => {
  const house = await openHouse()
  const odd = await add(house, 'A\r\nB\u0000C\ud800', ['\ud801 x'])
  expect(odd).toMatchObject({ name: 'A B C\ufffd', aliases: ['\ufffd x'] })
  expect(await list(house)).toEqual([odd])
  expect((await send(house, 'POST', '', { name: '\u0000\n', aliases: [] })).status).toBe(400)
})
