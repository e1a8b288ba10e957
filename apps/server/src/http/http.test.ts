import { expect, it } from 'vitest'
import { asAlice, jsonAsAlice, newId, openHouse } from './testing/house.ts'

const en = { 'Accept-Language': 'en' }

it('[HT1] answers an unknown board with a problem, in every route', async () => {
  const house = await openHouse()
  const guest = { guest: { name: 'x', deviceKey: 'a'.repeat(43) }, clientId: 7 }
  for (const id of [newId(), 'no-such-board'])
    for (const [method, path, body] of [
      ['GET', ''],
      ['POST', '/import', { text: 'x' }],
      ['POST', '/import/preview', { text: 'x' }],
      ['DELETE', `/imports/${newId()}`],
      ['POST', '/finalize'],
      ['POST', '/reopen'],
      ['POST', '/tickets', guest],
    ] as const) {
      const init = { method, headers: jsonAsAlice, ...(body ? { body: JSON.stringify(body) } : {}) }
      const { status, problem } = await house.refused(`/api/boards/${id}${path}`, init)
      expect([method, path, status, problem]).toEqual([
        method,
        path,
        404,
        { code: 'boardUnknown', args: {}, line: null },
      ])
    }
})

it('[HT1] speaks codes to programs, and a sentence in the language asked for to people', async () => {
  const house = await openHouse()
  const messageFor = async (path: string, language: string) =>
    (await house.refused(path, { headers: { 'Accept-Language': language } })).message
  const [english, japanese] = [/There is no board/, /ボードは見つかりません/]
  expect(await messageFor('/api/boards/x', 'en')).toMatch(english)
  expect(await messageFor('/api/boards/x', 'ja')).toMatch(japanese)
  expect(await messageFor('/api/boards/x', 'en;q=0.4, ja-JP;q=0.9')).toMatch(japanese)
  expect(await messageFor('/api/boards/x', 'fr')).toMatch(english)
  expect(await messageFor('/api/boards/x?lang=ja', 'en')).toMatch(japanese)
  expect(await messageFor('/api/boards/x?lang=xx', 'ja')).toMatch(japanese)
})

it('[HT2] takes no write without a guest, and says which header is missing or unreadable', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const writes = [
    ['POST', '/api/boards'],
    ['POST', `/api/boards/${id}/import`],
    ['POST', `/api/boards/${id}/import/preview`],
    ['DELETE', `/api/boards/${id}/imports/${newId()}`],
    ['POST', `/api/boards/${id}/finalize`],
    ['POST', `/api/boards/${id}/reopen`],
  ] as const
  for (const [method, path] of writes) {
    const without = await house.refused(path, { method })
    expect([path, without.status, without.problem.code]).toEqual([path, 401, 'guestMissing'])
    const headers = { 'X-Kintsugi-Guest': 'eyJuYW1lIjoi' }
    const broken = await house.refused(path, { method, headers })
    expect([path, broken.status, broken.problem]).toMatchObject([
      path,
      400,
      { code: 'guestUnreadable', args: { header: 'X-Kintsugi-Guest' } },
    ])
  }
  expect(await (await house.request('/api/postmortems')).json()).toEqual([])
})

it('[HT3] refuses what comes from a foreign page, or by a foreign name', async () => {
  const house = await openHouse()
  const from = (origin: string) => ({
    method: 'POST',
    headers: { ...jsonAsAlice, ...en, origin, host: 'localhost:4747' },
    body: '{}',
  })
  const foreign = await house.refused('http://localhost:4747/api/boards', from('https://evil.example'))
  expect(foreign).toMatchObject({ status: 403, problem: { code: 'originForeign' } })
  expect(foreign.message).toContain('https://evil.example')
  const own = await house.request('http://localhost:4747/api/boards', from('http://localhost:4747'))
  expect(own.status).toBe(201)
  // A name of somebody's own that points to 127.0.0.1: same origin to the browser, and not to us.
  const rebound = { headers: { host: 'evil.example', ...en } }
  for (const path of ['/api/boards', '/', `/p/${newId()}`])
    expect(await house.refused(path, rebound)).toMatchObject({
      status: 403,
      problem: { code: 'originForeign', args: { origin: 'evil.example' } },
    })
})

it('[HT4] makes a board that is listed, read and opened with a ticket', async () => {
  const house = await openHouse()
  const id = await house.createBoard('決済が遅い')
  const cards = await (await house.request('/api/boards')).json()
  expect(cards).toMatchObject([{ id, title: '決済が遅い', state: 'live', revision: 0, present: 0 }])
  const snapshot = await (await house.request(`/api/boards/${id}`)).json()
  expect(snapshot).toMatchObject({ boardId: id, incident: { title: '決済が遅い', timeZone: 'Asia/Tokyo' } })
  const body = JSON.stringify({ guest: { name: 'x', deviceKey: 'a'.repeat(43) }, clientId: 7 })
  const headers = { 'Content-Type': 'application/json' }
  const ticket = await house.request(`/api/boards/${id}/tickets`, { method: 'POST', headers, body })
  expect(ticket.status).toBe(200)
  expect(await ticket.json()).toEqual({ ticket: expect.stringMatching(/^[\w-]{43}$/), expiresInSeconds: 30 })
})

it('[HT5] names the field that does not fit, and says so where the body is no JSON', async () => {
  const house = await openHouse()
  const post = (body: string, headers: Record<string, string> = jsonAsAlice) =>
    house.refused('/api/boards', { method: 'POST', headers: { ...headers, ...en }, body })
  expect(await post('{"title":5}')).toMatchObject({
    status: 400,
    problem: { code: 'fieldInvalid', args: { field: 'title' } },
  })
  expect(await post('{"timeZone":"Mars/Base"}')).toMatchObject({ problem: { args: { field: 'timeZone' } } })
  expect(await post('{')).toMatchObject({ status: 400, problem: { code: 'bodyNotJson' } })
  expect(await post('title=x', { ...asAlice, 'Content-Type': 'text/plain' })).toMatchObject({
    status: 400,
    problem: { code: 'bodyNotJson' },
  })
})

it('[HT6] sends every answer with headers that let it do nothing but be read', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const paths = [
    '/api/boards',
    `/api/boards/${id}`,
    '/api/boards/x',
    '/api/nothing',
    `/p/${id}`,
    '/',
    '/nothing',
  ]
  for (const path of paths) {
    const { headers } = await house.request(path)
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer'])
    const policy = headers.get('content-security-policy')
    expect([path, policy]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")])
    expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")])
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/)
    expect([path, headers.get('cache-control')]).not.toEqual([path, null])
  }
})

it('[HT7] hides a bug behind a reference, and keeps the bug', async () => {
  const house = await openHouse()
  house.storage.db.selectFrom = () => {
    throw new Error('a secret path /srv/x')
  }
  const { status, problem, message } = await house.refused('/api/boards')
  expect([status, problem]).toEqual([500, { code: 'internal', args: { reference: 'report 1' }, line: null }])
  expect(message).not.toContain('secret')
  expect(house.reported).toEqual([expect.objectContaining({ message: 'a secret path /srv/x' })])
})

it('[HT8] says what is not there: a problem under /api, a page in two languages elsewhere', async () => {
  const house = await openHouse()
  expect(await house.refused('/api/boards/x/y/z')).toMatchObject({
    status: 404,
    problem: { code: 'routeUnknown', args: { path: '/api/boards/x/y/z' } },
  })
  for (const path of ['/p/x', `/p/${newId()}/3`, '/nowhere']) {
    const page = await house.request(path, { headers: { 'Accept-Language': 'ja' } })
    expect([path, page.status]).toEqual([path, 404])
    const html = await page.text()
    expect(html).toContain('<html lang="ja">')
    expect(html).toContain('ページが見つかりません')
    expect(html).toContain('href="?lang=en"')
    expect(await (await house.request(`${path}?lang=en`)).text()).toContain('Nothing here')
  }
})
