import { createHash } from 'node:crypto'
import { importSnapshot } from '@kintsugi/board'
import { paymentTimeout } from '@kintsugi/model/examples'
import { expect, it } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { alice, asAlice, type House, openHouse } from './testing/house.ts'

async function finalizedExample(house: House): Promise<string> {
  const id = await house.createBoard('')
  await house.collab.change(id, principalOf(alice), (board) => importSnapshot(board, paymentTimeout.ja))
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  return id
}
const read = async (house: House, path: string, language = 'ja') => {
  const page = await house.request(path, { headers: { 'Accept-Language': language } })
  return { page, html: await page.text() }
}

it('[HT15] is complete without script, in the language asked for', async () => {
  const house = await openHouse()
  const id = await finalizedExample(house)
  const { page, html } = await read(house, `/p/${id}`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(page.headers.get('vary')).toContain('Accept-Language')
  expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/)
  expect(html).not.toMatch(/<script|\son[a-z]+=|javascript:/i)
  for (const { text } of paymentTimeout.ja.timeline) {
    const words = JSON.stringify(text).match(/"text":"([^"\\]+)"/)?.[1]
    expect(html).toContain(words)
  }
  expect(html).toContain('@media print')
  expect(html).toContain(`href="/api/postmortems/${id}/revisions/1"`)
  expect(html).toContain(`href="/p/${id}?lang=en"`)
  expect((await read(house, `/p/${id}`, 'en')).html).toContain('<html lang="en">')
  expect((await read(house, `/p/${id}?lang=en`, 'ja')).html).toContain('<html lang="en">')
})

it('[HT15] is styled by nothing but the sheet that its policy names by hash', async () => {
  const house = await openHouse()
  const id = await finalizedExample(house)
  for (const path of [`/p/${id}`, '/p/nowhere']) {
    const { page, html } = await read(house, path)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`)
    expect(html.match(/<style/g)).toHaveLength(1)
    expect(html).not.toMatch(/\sstyle="/)
  }
})

it('[HT15] answers 304 as long as the page is the same, and not across languages', async () => {
  const house = await openHouse()
  const id = await finalizedExample(house)
  const { page } = await read(house, `/p/${id}`)
  const etag = page.headers.get('etag') ?? ''
  const again = (language: string) =>
    house.request(`/p/${id}`, { headers: { 'Accept-Language': language, 'If-None-Match': etag } })
  expect((await again('ja')).status).toBe(304)
  expect((await again('en')).status).toBe(200)
})

it('[HT15] leads from revision to revision', async () => {
  const house = await openHouse()
  const id = await finalizedExample(house)
  const post = { method: 'POST', headers: asAlice }
  await house.request(`/api/boards/${id}/reopen`, post)
  await house.request(`/api/boards/${id}/finalize`, post)
  const { html: latest } = await read(house, `/p/${id}`)
  expect(latest).toContain(`href="/p/${id}/1"`)
  const { html: first } = await read(house, `/p/${id}/1`)
  expect(first).toContain(`href="/p/${id}"`)
  expect((await read(house, `/p/${id}/3`)).page.status).toBe(404)
})
