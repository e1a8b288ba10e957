import { afterEach, expect, it, vi } from 'vitest'
import { keptOnDevice } from './kept.ts'

afterEach(() => vi.unstubAllGlobals())

it('[WB29] keeps on the device, and where that is blocked or full for as long as the page', () => {
  const rows = new Map<string, string>()
  const device = {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  }
  vi.stubGlobal('localStorage', device)
  keptOnDevice.set('a', 'one')
  expect([rows.get('a'), keptOnDevice.get('a')]).toEqual(['one', 'one'])
  vi.stubGlobal('localStorage', {
    ...device,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  keptOnDevice.set('a', 'two')
  expect([rows.get('a'), keptOnDevice.get('a')]).toEqual(['one', 'two'])
  vi.stubGlobal('localStorage', device)
  keptOnDevice.set('a', null)
  expect([rows.has('a'), keptOnDevice.get('a')]).toEqual([false, null])
  // As the browser does where the person has blocked all that sites keep.
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  expect(keptOnDevice.get('b')).toBeNull()
  keptOnDevice.set('b', 'three')
  expect(keptOnDevice.get('b')).toBe('three')
})
