import { describe, expect, it } from 'vitest'
import { commandOf, type PressedKey } from './keyMap.ts'

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  repeat: false,
  ...more,
})

describe('keys of the board', () => {
  it.each([
    ['n', 'note'],
    ['E', 'event'],
    ['c', 'cause'],
    ['w', 'why'],
    ['1', 'zone1'],
    ['0', 'zone0'],
    ['Backspace', 'delete'],
    ['Escape', 'back'],
    ['?', 'keys'],
  ])('[WB4] %s means %s', (key, command) => {
    expect(commandOf(press(key), false)).toBe(command)
  })
  it('[WB4] never reads a key that belongs to an input method', () => {
    expect(commandOf(press('n', { isComposing: true }), false)).toBeNull()
    expect(commandOf(press('Process', { keyCode: 229 }), false)).toBeNull()
    expect(commandOf(press('Escape', { keyCode: 229 }), false)).toBeNull()
  })
  it('[WB4] leaves letters, undo and select-all to the field in which somebody types', () => {
    expect(commandOf(press('n'), true)).toBeNull()
    expect(commandOf(press('z', { ctrlKey: true }), true)).toBeNull()
    expect(commandOf(press('a', { metaKey: true }), true)).toBeNull()
  })
  it('[WB4] undoes and redoes with either modifier', () => {
    expect(commandOf(press('z', { metaKey: true }), false)).toBe('undo')
    expect(commandOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo')
    expect(commandOf(press('y', { ctrlKey: true }), false)).toBe('redo')
  })
  it('[WB4] makes one thing of a key held down, and leaves the browser its own shortcuts', () => {
    expect(commandOf(press('n', { repeat: true }), false)).toBeNull()
    expect(commandOf(press('n', { ctrlKey: true }), false)).toBeNull()
    expect(commandOf(press('1', { altKey: true }), false)).toBeNull()
  })
})
