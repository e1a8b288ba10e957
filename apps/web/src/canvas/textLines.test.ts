import { describe, expect, it } from 'vitest'
import { linesOf } from './textLines.ts'

describe('lines a text takes', () => {
  it('[WB5] is at least one, and one more per paragraph', () => {
    expect(linesOf('', 160, 13)).toBe(1)
    expect(linesOf('a\nb\nc', 160, 13)).toBe(3)
  })
  it('[WB5] counts ideographs as square', () => {
    expect(linesOf('設定'.repeat(6), 13 * 12, 13)).toBe(1)
    expect(linesOf(`${'設定'.repeat(6)}値`, 13 * 12, 13)).toBe(2)
  })
  it('[WB5] keeps Latin words together', () => {
    expect(linesOf('Nobody can see how the settings differ', 168, 13.5)).toBe(2)
    expect(linesOf('x'.repeat(100), 130, 13)).toBeGreaterThan(3)
  })
})
