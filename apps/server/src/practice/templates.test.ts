import { plainTextOf } from '@kintsugi/model'
import { builtInTemplates } from '@kintsugi/model/builtInTemplates'
import {
  contentOf,
  type Template,
  templateLimits,
  templatesFileSchema,
  templatesFormat,
} from '@kintsugi/model/templates'
import { expect, it } from 'vitest'
import { type House, jsonAsAlice, newId, openHouse } from '../http/testing/house.ts'

const send = (house: House, method: string, path: string, body?: object) =>
  house.request(`/api/templates${path}`, {
    method,
    headers: jsonAsAlice,
    ...(body && { body: JSON.stringify(body) }),
  })
const add = async (house: House, content: object): Promise<Template> =>
  (await send(house, 'POST', '', content)).json()
const own = async (house: House, query = ''): Promise<Template[]> => {
  const all: Template[] = await (await house.request(`/api/templates${query}`)).json()
  return all.filter(({ builtIn }) => !builtIn)
}
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).problem.code]
const fileOf = (...templates: object[]) => ({ text: JSON.stringify({ format: templatesFormat, templates }) })

it('[TP1] the built-in ones come first, in the language asked for, and can be neither changed nor deleted', async () => {
  const house = await openHouse()
  const ours = await add(house, { name: 'Ours', team: 'Payments', severities: ['sev1'] })
  const listed = async (lang: string) => (await house.request(`/api/templates?lang=${lang}`)).json()
  expect(await listed('ja')).toEqual([...builtInTemplates.ja, ours])
  expect(await listed('en')).toEqual([...builtInTemplates.en, ours])
  const [major] = builtInTemplates.en
  const path = `/${major?.id}`
  const changed = await send(house, 'PUT', path, { name: 'x', version: 1 })
  expect(await codeOf(changed)).toEqual([409, 'templateBuiltIn'])
  expect(await codeOf(await send(house, 'DELETE', path))).toEqual([409, 'templateBuiltIn'])
})

it('[TP2] a change names the version it was made from: somebody else’s is not written over', async () => {
  const house = await openHouse()
  const { id } = await add(house, { name: 'Ours' })
  const first = await (await send(house, 'PUT', `/${id}`, { name: 'Ours', team: 'A', version: 1 })).json()
  expect(first).toMatchObject({ id, team: 'A', version: 2 })
  const late = await send(house, 'PUT', `/${id}`, { name: 'Ours', team: 'B', version: 1 })
  expect(await codeOf(late)).toEqual([409, 'templateChanged'])
  expect(await own(house)).toEqual([first])
})

it('[TP3] no two have one name: a taken one gets a number', async () => {
  const house = await openHouse()
  const names = []
  for (const name of ['Ours', 'ｏｕｒｓ', 'Ours (2)', builtInTemplates.en[0]?.name ?? ''])
    names.push((await add(house, { name })).name)
  expect(names).toEqual(['Ours', 'ｏｕｒｓ (2)', 'Ours (3)', 'Major outage (SEV1) (2)'])
  const twice = await Promise.all([add(house, { name: 'Same' }), add(house, { name: 'Same' })])
  expect(new Set(twice.map(({ name }) => name)).size).toBe(2)
  const [first] = await own(house)
  const kept = await send(house, 'PUT', `/${first?.id}`, { name: 'Ours', version: 1 })
  expect((await kept.json()).name).toBe('Ours')
})

it('[TP4] a deleted one is restored whole, until many others have been deleted since', async () => {
  const house = await openHouse({ now: () => Date.parse('2026-04-20T00:00:00Z') })
  const ours = await add(house, { name: 'Ours', departments: ['Support'] })
  expect((await send(house, 'DELETE', `/${ours.id}`)).status).toBe(200)
  expect(await own(house)).toEqual([])
  expect(await own(house, '?deleted=true')).toEqual([{ ...ours, deleted: true }])
  expect(await codeOf(await send(house, 'PUT', `/${ours.id}`, { name: 'x', version: 1 }))).toEqual([
    404,
    'templateUnknown',
  ])
  await add(house, { name: 'Ours' })
  const back = await (await send(house, 'POST', `/${ours.id}/restore`)).json()
  expect(back).toEqual({ ...ours, name: 'Ours (2)' })
  await send(house, 'DELETE', `/${ours.id}`)
  for (let i = 0; i < templateLimits.deleted; i += 1) {
    const { id } = await add(house, { name: `T${i}` })
    await send(house, 'DELETE', `/${id}`)
  }
  expect((await own(house, '?deleted=true')).filter(({ deleted }) => deleted)).toHaveLength(
    templateLimits.deleted,
  )
  expect(await codeOf(await send(house, 'POST', `/${ours.id}/restore`))).toEqual([404, 'templateUnknown'])
})

it('[TP5] a file goes to another server and is the same there; what that has already is not there twice', async () => {
  const [from, to] = [await openHouse(), await openHouse()]
  expect(await codeOf(await from.request('/api/templates/export'))).toEqual([404, 'templatesNone'])
  const one = await add(from, {
    name: '決済チーム',
    checklist: [{ name: 'ログを取り込む', step: 'timeline' }],
  })
  await add(from, { name: 'Two', groundRules: 'A\nB', meetingMinutes: 45 })
  const answer = await from.request('/api/templates/export')
  expect(answer.headers.get('content-disposition')).toContain('kintsugi-templates.json')
  const text = await answer.text()
  const schema = await (await from.request('/api/schema/templates-1.json')).json()
  expect(schema.properties.templates.items.required).toEqual(['name'])

  const taken = await (await send(to, 'POST', '/import', { text })).json()
  expect(taken.known).toBe(0)
  expect((await own(to)).map(contentOf)).toEqual((await own(from)).map(contentOf))
  const again = await (await send(to, 'POST', '/import', { text })).json()
  expect(again).toEqual({ added: [], known: 2 })
  expect(await own(to)).toHaveLength(2)

  const single = await from.request(`/api/templates/${one.id}/export`)
  expect(single.headers.get('content-disposition')).toContain(encodeURIComponent('決済チーム.json'))
  expect(templatesFileSchema.parse(await single.json()).templates).toEqual([contentOf(one)])
  const builtIn = await from.request(`/api/templates/${builtInTemplates.ja[2]?.id}/export?lang=ja`)
  expect((await builtIn.json()).templates[0].name).toBe('軽微・ヒヤリハット')
})

it('[TP6] a file that does not fit adds nothing, and the answer says what is wrong', async () => {
  const house = await openHouse()
  const refused = async (body: object) => codeOf(await send(house, 'POST', '/import', body))
  expect(await refused(fileOf({ name: 'good' }, { name: '', team: 'x' }))).toEqual([422, 'templatesTooSmall'])
  expect(await refused({ text: '{' })).toEqual([422, 'templatesBroken'])
  expect(await refused({ text: '{"format":"other/1"}' })).toEqual([422, 'templatesForeign'])
  expect(await refused({ text: ' ' })).toEqual([422, 'templatesEmpty'])
  const full = Array.from({ length: templateLimits.templates }, (_, i) => ({ name: `T${i}` }))
  expect((await send(house, 'POST', '/import', fileOf(...full))).status).toBe(200)
  expect(await refused(fileOf({ name: 'one more' }))).toEqual([409, 'templateLimit'])
  expect(await codeOf(await send(house, 'POST', '', { name: 'one more' }))).toEqual([409, 'templateLimit'])
  expect(await own(house)).toHaveLength(templateLimits.templates)
})

it('[TP7] unknown templates, odd contents and nobody’s writing are refused', async () => {
  const house = await openHouse()
  expect((await send(house, 'PUT', `/${newId()}`, { name: 'x', version: 1 })).status).toBe(404)
  expect((await send(house, 'POST', '', { name: ' ' })).status).toBe(400)
  expect((await send(house, 'POST', '', { name: 'x', meetingMinutes: 5 })).status).toBe(400)
  expect((await house.request('/api/templates', { method: 'POST', body: '{"name":"x"}' })).status).toBe(401)
  const { name, groundRules } = await add(house, { name: 'A\r\nB\u0000', groundRules: 'one\r\n\u0007two' })
  expect([name, groundRules]).toEqual(['A B', 'one \n two'])
})

it('[TP8] a board made from a template begins with what it says, in the language asked for', async () => {
  const house = await openHouse()
  const create = (body: object, lang = 'ja') =>
    house.request(`/api/boards?lang=${lang}`, {
      method: 'POST',
      headers: jsonAsAlice,
      body: JSON.stringify(body),
    })
  const [major] = builtInTemplates.ja
  const { id } = await (await create({ template: major?.id, owner: '鈴木' })).json()
  const { incident, checklist } = await house.collab.snapshot(id)
  expect(checklist.map(({ name }) => name)).toEqual(major?.checklist.map(({ name }) => name))
  expect(checklist.every(({ done }) => !done)).toBe(true)
  expect(plainTextOf(incident.groundRules)).toBe(major?.groundRules)
  expect(incident).toMatchObject({ owner: '鈴木', severity: 'sev1', guide: { meetingMinutes: 90 } })
  const english = await (await create({ template: major?.id }, 'en')).json()
  expect((await house.collab.snapshot(english.id)).incident.guide?.name).toBe('Major outage (SEV1)')
  const own = await add(house, { name: 'Ours', checklist: [{ name: 'a' }] })
  const { id: third } = await (await create({ template: own.id })).json()
  expect((await house.collab.snapshot(third)).checklist).toHaveLength(1)
  expect(await codeOf(await create({ template: newId() }))).toEqual([404, 'templateUnknown'])
})
