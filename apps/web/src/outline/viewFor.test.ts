import { expect, it } from 'vitest'
import { viewFor } from './viewFor.ts'

it('[OL1] the address decides first, then what was chosen on this device, then the width of the window', () => {
  expect(viewFor({ asked: null, kept: null, narrow: false })).toBe('canvas')
  expect(viewFor({ asked: null, kept: null, narrow: true })).toBe('outline')
  expect(viewFor({ asked: null, kept: 'canvas', narrow: true })).toBe('canvas')
  expect(viewFor({ asked: 'outline', kept: 'canvas', narrow: false })).toBe('outline')
  expect(viewFor({ asked: 'nonsense', kept: 'nonsense', narrow: true })).toBe('outline')
})
