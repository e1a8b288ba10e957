import { gunzipSync } from 'node:zlib'
import { importSnapshot } from '@kintsugi/board'
import { paymentTimeout } from '@kintsugi/model/examples'
import { expect, it, vi } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { RenderCache } from './rendered.ts'
import { RevisionPages } from './revisionPages.ts'
import { alice, asAlice, openHouse } from './testing/house.ts'

const options = { language: 'ja', links: {}, forReaders: true } as const

it('[SH18] reads and renders a revision once a language, for as many as ask', async () => {
  const house = await openHouse()
  const id = await house.createBoard('')
  await house.collab.change(id, principalOf(alice), (board) => importSnapshot(board, paymentTimeout.ja))
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  const [card] = await house.revisions.of(id)
  if (!card) throw new Error('no revision')
  const stored = vi.fn(house.revisions.stored)
  const pages = new RevisionPages({ stored })
  const made = await Promise.all(Array.from({ length: 20 }, () => pages.page(card, options)))
  expect(stored).toHaveBeenCalledTimes(1)
  expect(new Set(made).size).toBe(1)
  await pages.page(card, { ...options, language: 'en' })
  await pages.page(card, { ...options, forReaders: false })
  expect(stored).toHaveBeenCalledTimes(3)
  const [page] = made
  expect(gunzipSync(page?.gzipped ?? '').equals(page?.plain ?? new Uint8Array())).toBe(true)
})

it('[SH18] sends it compressed where that is understood, and 304 where it is known', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  const plain = await house.request(`/p/${id}`)
  expect(plain.headers.get('content-encoding')).toBeNull()
  const squeezed = await house.request(`/p/${id}`, { headers: { 'Accept-Encoding': 'br, gzip' } })
  expect([squeezed.status, squeezed.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  expect(squeezed.headers.get('vary')).toMatch(/Accept-Language.*Accept-Encoding/)
  const html = gunzipSync(Buffer.from(await squeezed.arrayBuffer())).toString()
  expect(html).toBe(await plain.text())
  const again = { headers: { 'If-None-Match': plain.headers.get('etag') ?? '' } }
  expect((await house.request(`/p/${id}`, again)).status).toBe(304)
})

it('[SH18] forgets what was asked for longest ago when it is full, and what failed at once', async () => {
  const cache = new RenderCache(80_000)
  const made: string[] = []
  const page = (key: string) =>
    cache.get(key, () => {
      made.push(key)
      // Does not compress: each counts for 34 kB.
      return Array.from({ length: 20_000 }, () => Math.random().toString(36)[3]).join('')
    })
  await page('a')
  await page('b')
  await page('a')
  await page('c')
  await page('a')
  await page('b')
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  await expect(cache.get('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await cache.get('d', () => 'now')).plain).toHaveLength(3)
})
