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
  it('[WB5] what begins no line takes the character before it along, and so does what follows an opening bracket', () => {
    // Ten to a line: the eleventh, a full stop, pulls the tenth down; what follows then needs a line more.
    expect(linesOf(`${'あ'.repeat(10)}。${'い'.repeat(8)}`, 130, 13)).toBe(2)
    expect(linesOf(`${'あ'.repeat(10)}。${'い'.repeat(9)}`, 130, 13)).toBe(3)
    expect(linesOf(`${'あ'.repeat(10)}い${'い'.repeat(9)}`, 130, 13)).toBe(2)
    expect(linesOf(`${'あ'.repeat(9)}「${'い'.repeat(9)}`, 130, 13)).toBe(2)
    expect(linesOf(`${'あ'.repeat(9)}「${'い'.repeat(10)}`, 130, 13)).toBe(3)
  })
})
