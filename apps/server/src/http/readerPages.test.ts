import { addKptNote, addTimelineEntry, describeIncident, importSnapshot, removeItems } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { openLog } from '../log.ts'
import { alice, asAlice, type House, jsonAsAlice, openHouse } from './testing/house.ts'
import { listen, makeLink, read, revokeLink } from './testing/reader.ts'

const day = 24 * 60 * 60 * 1000
const me = principalOf(alice)

async function example(house: House): Promise<string> {
  const id = await house.createBoard('')
  await house.collab.change(id, me, (board) => importSnapshot(board, paymentTimeout.ja))
  return id
}
const finalize = (house: House, id: string) =>
  house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })

it('[SH3] shows a revision, the latest, and the board as it is, complete without script', async () => {
  const house = await openHouse()
  const id = await example(house)
  await finalize(house, id)
  await house.request(`/api/boards/${id}/reopen`, { method: 'POST', headers: asAlice })
  await house.collab.change(id, me, (board) => describeIncident(board, { title: '二番目の題' }))
  await finalize(house, id)
  await house.request(`/api/boards/${id}/reopen`, { method: 'POST', headers: asAlice })
  await house.collab.change(id, me, (board) => describeIncident(board, { title: '三番目の題' }))
  const first = await makeLink(house, id, { scope: 'revision', revision: 1 })
  const latest = await makeLink(house, id, { scope: 'latest' })
  const live = await makeLink(house, id, { scope: 'live' })
  const titles = ['二番目の題', '三番目の題']
  for (const [{ path }, shown] of [
    [first, null],
    [latest, '二番目の題'],
    [live, '三番目の題'],
  ] as const) {
    const page = await read(house, path, { 'Accept-Language': 'ja' })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(page.html).toMatch(/^<!doctype html>\n<html lang="ja">/)
    for (const { text } of paymentTimeout.ja.timeline)
      expect(page.html).toContain(JSON.stringify(text).match(/"text":"([^"\\]+)"/)?.[1])
    // Japanese titles are cut into phrases; the tab's title is whole.
    for (const title of titles)
      expect([title, page.html.includes(`<title>${title}`)]).toEqual([title, title === shown])
    expect((await read(house, `${path}?lang=en`, { 'Accept-Language': 'ja' })).html).toContain(
      '<html lang="en">',
    )
    expect(page.html).toContain('href="?lang=en"')
  }
})

it('[SH3] says in both languages what is the matter, with the status of it', async () => {
  let time = Date.parse('2026-04-20T04:00:00Z')
  const house = await openHouse({ now: () => time })
  const id = await example(house)
  const made = {
    notYet: await makeLink(house, id, { scope: 'latest' }),
    password: await makeLink(house, id, { password: 'eight chars' }),
    revoked: await makeLink(house, id),
    expired: await makeLink(house, id, { expiresInDays: 1 }),
    gone: await makeLink(house, await house.createBoard()),
  }
  await revokeLink(house, id, made.revoked.link.id)
  const { db } = house.storage
  const gone = (
    await db.selectFrom('share_links').selectAll().where('id', '=', made.gone.link.id).execute()
  )[0]
  await db
    .deleteFrom('checkpoints')
    .where('board_id', '=', gone?.board_id ?? '')
    .execute()
  await db
    .deleteFrom('boards')
    .where('id', '=', gone?.board_id ?? '')
    .execute()
  time += day
  const unknown = `/r/${'x'.repeat(43)}`
  for (const [path, status, en, ja] of [
    [unknown, 404, 'opens nothing', '何も開けません'],
    ['/r/short', 404, 'opens nothing', '何も開けません'],
    [`${made.notYet.path}/elsewhere`, 404, 'opens nothing', '何も開けません'],
    [made.notYet.path, 404, 'Nothing is final yet', 'まだ確定していません'],
    [made.password.path, 401, 'has a password', 'パスワードが必要です'],
    [made.revoked.path, 410, 'was revoked', '取り消されました'],
    [made.expired.path, 410, 'was valid until 21 April 2026, 04:00 UTC', '2026年4月21日 04:00 UTC'],
    [made.gone.path, 410, 'no longer there', 'もうありません'],
  ] as const) {
    const page = await read(house, path)
    expect([path, page.status]).toEqual([path, status])
    expect(page.html).toContain(en)
    expect(page.html).not.toContain('share.reader')
    expect(page.html).not.toMatch(/href="\//)
    expect((await read(house, path, { 'Accept-Language': 'ja' })).html).toContain(ja)
  }
  expect((await read(house, made.revoked.path)).html).not.toMatch(/<form|<input/)
})

it('[SH4] is kept, indexed and told nowhere; no script but on a live page, no form but for the password', async () => {
  const house = await openHouse()
  const id = await example(house)
  await finalize(house, id)
  const paths = {
    live: (await makeLink(house, id)).path,
    revision: (await makeLink(house, id, { scope: 'revision', revision: 1 })).path,
    password: (await makeLink(house, id, { password: 'eight chars' })).path,
    unknown: `/r/${'x'.repeat(43)}`,
  }
  for (const [kind, path] of Object.entries(paths)) {
    const { html, headers } = await read(house, path)
    const policy = headers.get('content-security-policy') ?? ''
    expect([
      kind,
      headers.get('referrer-policy'),
      headers.get('x-robots-tag'),
      headers.get('cache-control'),
    ]).toEqual([kind, 'no-referrer', 'noindex, nofollow, noarchive', 'private, no-store'])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect([kind, /script-src 'self'; connect-src 'self'/.test(policy)]).toEqual([kind, kind === 'live'])
    expect([kind, policy.includes("form-action 'self'")]).toEqual([kind, kind === 'password'])
    expect([kind, html.match(/<script[^>]*>/g)]).toEqual([
      kind,
      kind === 'live' ? ['<script src="/r.js" defer="">'] : null,
    ])
    expect(html).not.toMatch(/unsafe|javascript:|\son[a-z]+=/i)
    // Addresses in it are outside, or on the page itself.
    for (const [, href] of html.matchAll(/(?:href|action|src)="([^"]*)"/g))
      expect([kind, href]).toEqual([kind, expect.stringMatching(/^(#|\?|https?:|mailto:|\/r\.js$)/)])
    expect(html).not.toContain(path.slice(3))
  }
  const script = await house.request('/r.js')
  expect(script.headers.get('content-type')).toContain('text/javascript')
})

it('[SH5] has the id of the board nowhere, not even where people wrote it', async () => {
  const house = await openHouse()
  const id = await example(house)
  await house.collab.change(id, me, (board) => {
    describeIncident(board, { title: `決済 ${id} の件` })
    addTimelineEntry(board, {
      at: '2026-04-18T12:40:00Z',
      text: richTextOf(`See http://localhost:4747/b/${id} 参照`),
    })
    addKptNote(board, { column: 'keep', text: richTextOf(`/b/${id}`) })
  })
  await finalize(house, id)
  for (const scope of ['live', 'latest', 'revision'] as const) {
    const { path } = await makeLink(house, id, { scope, revision: scope === 'revision' ? 1 : null })
    for (const language of ['ja', 'en']) {
      const { status, html, headers } = await read(house, path, { 'Accept-Language': language })
      expect(status).toBe(200)
      // Neither whole nor cut into the phrases and lines of titles and pictures.
      expect(html.replace(/<[^>]*>/g, '')).not.toContain(id)
      expect(html).not.toContain(id.slice(0, 12))
      expect(JSON.stringify([...headers])).not.toContain(id)
      expect(html).not.toContain('/api/')
    }
    if (scope !== 'live') continue
    const stream = await listen(house, path)
    await expect.poll(() => stream.heard.length).toBeGreaterThan(0)
    expect(JSON.stringify(stream.heard)).not.toContain(id)
    await stream.leave()
  }
})

it('[SH5] shows nothing that was deleted, and no client ids', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const note = await house.collab.change(id, me, (board) =>
    addKptNote(board, { column: 'keep', text: richTextOf('a remark that somebody regretted') }),
  )
  const { path } = await makeLink(house, id)
  expect((await read(house, path)).html).toContain('somebody regretted')
  await house.collab.change(id, me, (board) => removeItems(board, [note]))
  await expect.poll(async () => (await read(house, path)).html.includes('somebody regretted')).toBe(false)
  const clients = await house.storage.db.selectFrom('client_ids').select('client_id').execute()
  const { html } = await read(house, path)
  expect(clients.length).toBeGreaterThan(0)
  for (const { client_id } of clients) expect(html).not.toContain(String(client_id))
})

it('[SH6] the secret is in no line of the log, wherever it comes from', async () => {
  const house = await openHouse()
  const { path, url, secret } = await makeLink(house, await house.createBoard())
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  log.info({ url }, `asked for ${path}`)
  log.error({ err: new Error(`GET ${url}/events failed`) }, 'a request met a bug')
  log.warn({ path: encodeURIComponent(path), secret, deep: { secret, password: 'eight chars' } }, url)
  log.info({ request: { headers: { referer: url } } })
  expect(lines.join('')).not.toContain(secret)
  expect(lines.join('')).not.toContain('eight chars')
  expect(lines.join('')).toContain('/r/…')
  expect(lines.map((line) => JSON.parse(line).level)).toEqual([30, 50, 40, 30])
  // And it would be there without the mask.
  const bare: string[] = []
  pino({}, { write: (line) => void bare.push(line) }).info(url)
  expect(bare.join('')).toContain(secret)
})

it('[SH10] nothing that a reader sends changes anything', async () => {
  const house = await openHouse()
  const id = await example(house)
  const { path, secret } = await makeLink(house, id)
  const before = JSON.stringify(await house.collab.snapshot(id))
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const init = { method, headers: jsonAsAlice, body: JSON.stringify({ title: 'mine', text: '# mine' }) }
    for (const to of [path, `${path}/events`, `${path}/import`]) {
      const { status, headers } = await house.request(to, init)
      expect([method, to, status, headers.get('allow')]).toEqual([method, to, 405, 'GET, HEAD'])
    }
    for (const to of ['', '/import', '/finalize', '/links', '/tickets'])
      expect([404, 405]).toContain((await house.request(`/api/boards/${secret}${to}`, init)).status)
  }
  const asReader = {
    method: 'POST',
    headers: { 'X-Kintsugi-Guest': secret, 'Content-Type': 'application/json' },
  }
  expect((await house.refused(`/api/boards/${id}/finalize`, asReader)).problem.code).toBe('guestUnreadable')
  expect(JSON.stringify(await house.collab.snapshot(id))).toBe(before)
})

it('[SH10] foreign pages reach it with nobody’s browser', async () => {
  const house = await openHouse()
  const { path } = await makeLink(house, await example(house), { password: 'the right one' })
  const post = (headers: Record<string, string>) =>
    house.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: 'password=guess+guess',
    })
  expect((await post({ Origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await post({ Origin: 'null', host: 'evil.example' })).status).toBe(403)
  expect((await post({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).status).toBe(401)
  expect((await post({ 'Content-Type': 'text/plain' })).status).toBe(401)
})
