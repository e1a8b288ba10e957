import { afterEach, expect, test, vi } from 'vitest'
import { deviceStoreName } from '../identity/principal.ts'
import { deviceShelf } from './deviceShelf.ts'

const guest = { name: 'Aki', deviceKey: 'k'.repeat(43) }
const [a, b] = ['a'.repeat(22), 'b'.repeat(22)]

afterEach(() => vi.unstubAllGlobals())

function storage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
  }
}

test('[OF5] boards kept on this device are listed, last opened first, as they were called, as long as the browser has them', async () => {
  const store = storage()
  let names: readonly string[] | null = null
  const shelf = deviceShelf(guest, { storage: store, databases: async () => names })
  shelf.note({ id: a, title: 'First', openedAt: 1 })
  shelf.note({ id: b, title: 'Second', openedAt: 2 })
  shelf.note({ id: a, title: 'First, renamed', openedAt: 3 })
  expect((await shelf.boards()).map(({ title }) => title)).toEqual(['First, renamed', 'Second'])
  names = [deviceStoreName(guest, b)]
  expect((await shelf.boards()).map(({ title }) => title)).toEqual(['Second'])
  expect([...store.kept.keys()].join()).not.toContain(guest.deviceKey)
  const other = { ...guest, deviceKey: 'o'.repeat(43) }
  expect(await deviceShelf(other, { storage: store, databases: async () => null }).boards()).toEqual([])
})

test('[OF5] a list that cannot be read, or not be kept, is an empty one', async () => {
  const broken = { getItem: () => '[{"id":1}, null, "x"', setItem: () => {} }
  expect(await deviceShelf(guest, { storage: broken, databases: async () => null }).boards()).toEqual([])
  const odd = { getItem: () => '[{"id":1}, null, "x"]', setItem: () => {} }
  expect(await deviceShelf(guest, { storage: odd, databases: async () => null }).boards()).toEqual([])
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(() => deviceShelf(guest, { storage: full }).note({ id: a, title: '', openedAt: 1 })).not.toThrow()
  expect(await deviceShelf(guest, { storage: null, databases: async () => null }).boards()).toEqual([])
})

test('[OF5] a browser that refuses to name its databases keeps no list from being shown', async () => {
  const store = storage()
  const shelf = deviceShelf(guest, { storage: store })
  shelf.note({ id: a, title: 'First', openedAt: 1 })
  const refusing = () => Promise.reject(new DOMException('denied', 'SecurityError'))
  vi.stubGlobal('indexedDB', { databases: refusing })
  expect((await shelf.boards()).map(({ title }) => title)).toEqual(['First'])
})
