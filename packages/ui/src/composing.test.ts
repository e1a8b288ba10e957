import { describe, expect, it } from 'vitest'
import { isComposing } from './composing.ts'

describe('input methods', () => {
  it.each([
    [{ isComposing: true, keyCode: 13 }, true],
    [{ isComposing: false, keyCode: 229 }, true],
    [{ nativeEvent: { isComposing: true } }, true],
    [{ nativeEvent: { isComposing: false, keyCode: 13 } }, false],
    [{ isComposing: false, keyCode: 13 }, false],
  ])('[UI1] %o', (event, expected) => {
    expect(isComposing(event)).toBe(expected)
  })
})
