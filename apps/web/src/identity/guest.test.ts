import { expect, it } from 'vitest'
import { ensureGuest, isGivenName, loadGuest, saveGuest } from './guest.ts'
import { deviceStoreName } from './principal.ts'

function store(): Storage {
  const rows = new Map<string, string>()
  return {
    get length() {
      return rows.size
    },
    key: (i) => [...rows.keys()][i] ?? null,
    clear: () => rows.clear(),
    getItem: (k) => rows.get(k) ?? null,
    setItem: (k, v) => void rows.set(k, v),
    removeItem: (k) => void rows.delete(k),
  }
}

it('[LV13] names a newcomer in the own language, and keeps name and key', () => {
  const device = store()
  expect(loadGuest(device)).toBeNull()
  const guest = ensureGuest('ja', device)
  expect(guest.name).toMatch(/^ゲスト\d{4}$/)
  expect(guest.deviceKey).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(ensureGuest('en', device)).toEqual(guest)
  expect(ensureGuest('en', store()).name).toMatch(/^Guest \d{4}$/)
})

it('[LV13] a new name keeps the device key: edits stay bound to the same person', () => {
  const device = store()
  const guest = ensureGuest('en', device)
  expect(saveGuest('佐藤', device)).toEqual({ name: '佐藤', deviceKey: guest.deviceKey })
  device.setItem('kintsugi.guest', '{"name":')
  expect(loadGuest(device)).toBeNull()
})

it('[LV14] keeps boards of different persons in different databases, and never names the key', () => {
  const a = { name: 'a', deviceKey: 'A'.repeat(43) }
  const b = { name: 'a', deviceKey: 'B'.repeat(43) }
  expect(deviceStoreName(a, 'x')).not.toBe(deviceStoreName(b, 'x'))
  expect(deviceStoreName(a, 'x')).not.toBe(deviceStoreName(a, 'y'))
  expect(deviceStoreName(a, 'x')).not.toContain(a.deviceKey)
})

it('[LV13] knows the names it gave, in both languages, from names that persons chose', () => {
  for (const language of ['ja', 'en'] as const)
    expect(isGivenName(ensureGuest(language, store()).name)).toBe(true)
  for (const chosen of ['佐藤', 'Guest', 'Guest 12', 'Guest 1234 b', 'ゲスト', 'Mika 1234'])
    expect(isGivenName(chosen)).toBe(false)
})
