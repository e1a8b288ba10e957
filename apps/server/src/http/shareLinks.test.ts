import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { asAlice, jsonAsAlice, newId, openHouse } from './testing/house.ts'
import { changeLink, linksOf, makeLink, read, revokeLink } from './testing/reader.ts'

const day = 24 * 60 * 60 * 1000

it('[SH1] tells the address once; the database holds neither it nor the password', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const password = 'correct horse 金継ぎ'
  const { url, secret, link } = await makeLink(house, id, { name: '法務', password })
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(url).toBe(`http://localhost:4747/r/${secret}`)
  expect(link).toMatchObject({
    name: '法務',
    scope: 'live',
    hasPassword: true,
    createdBy: 'アリス',
    readings: 0,
  })
  expect(Math.round((Date.parse(link.expiresAt) - Date.parse(link.createdAt)) / day)).toBe(30)
  const listed = JSON.stringify(await linksOf(house, id))
  expect(listed).not.toContain(secret)
  await sql`pragma wal_checkpoint(truncate)`.execute(house.storage.db)
  const files = readdirSync(house.folder, { recursive: true }).map(String)
  const sizes = files.map((file) => {
    const bytes = readFileSync(join(house.folder, file))
    expect([file, bytes.includes(secret), bytes.includes(password)]).toEqual([file, false, false])
    return bytes.length
  })
  expect(Math.max(...sizes)).toBeGreaterThan(10_000)
})

it('[SH1] behind a proxy the address is the one that the browser knows', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const response = await house.request(`/api/boards/${id}/links`, {
    method: 'POST',
    headers: { ...jsonAsAlice, host: 'localhost:4747', origin: 'https://localhost:4747' },
    body: '{}',
  })
  expect((await response.json()).url).toMatch(/^https:\/\/localhost:4747\/r\//)
})

it('[SH2] lists, changes and revokes; what was revoked stays so', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { link, path } = await makeLink(house, id)
  expect((await changeLink(house, id, link.id, { name: '経理', expiresInDays: 90 })).body).toMatchObject({
    id: link.id,
    name: '経理',
    hasPassword: false,
  })
  expect((await changeLink(house, id, link.id, { password: 'eight chars' })).body.hasPassword).toBe(true)
  expect((await read(house, path)).status).toBe(401)
  expect((await changeLink(house, id, link.id, { password: null })).body.hasPassword).toBe(false)
  expect((await read(house, path)).status).toBe(200)
  const revoked = await revokeLink(house, id, link.id)
  expect(revoked.revokedAt).not.toBeNull()
  expect(await revokeLink(house, id, link.id)).toEqual(revoked)
  expect(await changeLink(house, id, link.id, { expiresInDays: 3 })).toMatchObject({
    status: 409,
    body: { problem: { code: 'linkRevoked' } },
  })
  expect(await linksOf(house, id)).toHaveLength(1)
  expect((await read(house, path)).status).toBe(410)
})

it('[SH2] refuses what does not fit, and links of other boards', async () => {
  const house = await openHouse()
  const [id, other] = [await house.createBoard(), await house.createBoard()]
  const { link } = await makeLink(house, id)
  const send = async (path: string, method: string, body: object = {}) => {
    const { status, problem } = await house.refused(`/api/boards/${path}`, {
      method,
      headers: jsonAsAlice,
      body: JSON.stringify(body),
    })
    return [status, problem.code]
  }
  expect(await send(`${other}/links/${link.id}`, 'PATCH')).toEqual([404, 'linkUnknown'])
  expect(await send(`${other}/links/${link.id}`, 'DELETE')).toEqual([404, 'linkUnknown'])
  expect(await send(`${newId()}/links`, 'POST')).toEqual([404, 'boardUnknown'])
  expect(await send(`${id}/links`, 'POST', { scope: 'revision', revision: 1 })).toEqual([
    404,
    'revisionUnknown',
  ])
  expect(await send(`${id}/links`, 'POST', { scope: 'revision' })).toEqual([404, 'revisionUnknown'])
  for (const body of [
    { expiresInDays: 0 },
    { expiresInDays: 367 },
    { password: 'short' },
    { scope: 'write' },
  ])
    expect(await send(`${id}/links`, 'POST', body)).toEqual([400, 'fieldInvalid'])
  expect((await house.refused(`/api/boards/${id}/links`, { method: 'POST' })).status).toBe(401)
  expect(await linksOf(house, id)).toHaveLength(1)
})

it('[SH2] takes a hundred valid links of a board, and no more', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const made = []
  for (let n = 0; n < 100; n++) made.push(await makeLink(house, id))
  const { status, problem } = await house.refused(`/api/boards/${id}/links`, {
    method: 'POST',
    headers: jsonAsAlice,
    body: '{}',
  })
  expect([status, problem]).toEqual([409, { code: 'tooManyLinks', args: { limit: 100 }, line: null }])
  await revokeLink(house, id, made[0]?.link.id ?? '')
  await makeLink(house, id)
  expect(await linksOf(house, id)).toHaveLength(101)
})

it('[SH2] takes no more than a hundred of many that are made at once', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const make = () =>
    house.request(`/api/boards/${id}/links`, { method: 'POST', headers: jsonAsAlice, body: '{}' })
  const made = await Promise.all(Array.from({ length: 104 }, make))
  expect(made.filter(({ status }) => status === 201)).toHaveLength(100)
})

it('[SH9] counts openings of the page, and nothing else', async () => {
  const house = await openHouse({ now: () => Date.parse('2026-04-20T23:30:00Z') })
  const id = await house.createBoard()
  const { path } = await makeLink(house, id)
  await read(house, path)
  await read(house, `${path}?lang=ja`)
  // Not: its own refreshing, a HEAD, a browser looking ahead, chat tools looking what it is.
  await read(house, `${path}?again=1&lang=ja`)
  await house.request(path, { method: 'HEAD' })
  await read(house, path, { 'Sec-Purpose': 'prefetch' })
  for (const agent of [
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Twitterbot/1.0',
    'WhatsApp/2.21',
  ])
    await read(house, path, { 'User-Agent': agent })
  await read(house, `${path}x`)
  expect(await linksOf(house, id)).toMatchObject([{ readings: 2, lastReadOn: '2026-04-20' }])
  const columns = await sql<{ name: string }>`select name from pragma_table_info('share_links')`.execute(
    house.storage.db,
  )
  expect(columns.rows.map(({ name }) => name).join(' ')).not.toMatch(/address|agent|ip\b/)
})

it('[SH9] counts a final page the same, and not the page that asks for the password', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  const { path } = await makeLink(house, id, { scope: 'revision', revision: 1 })
  const guarded = await makeLink(house, id, { scope: 'latest', password: 'eight chars' })
  expect((await read(house, path)).status).toBe(200)
  expect((await read(house, guarded.path)).status).toBe(401)
  const counts = (await linksOf(house, id)).map(({ scope, readings }) => [scope, readings])
  expect(counts.toSorted()).toEqual([
    ['latest', 0],
    ['revision', 1],
  ])
})
