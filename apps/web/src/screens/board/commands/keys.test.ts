import { createWordsFrom } from '@kintsugi/words'
import * as en from '@kintsugi/words/en'
import * as ja from '@kintsugi/words/ja'
import { describe, expect, it } from 'vitest'
import { addCommands, commandIds, commandOf, nameKeys } from './index.ts'
import { type PressedKey, pressedCommand } from './keys.ts'
import { leadCommands } from './lead.ts'
import { meetingCommands } from './meeting.ts'
import { roundCommands } from './round.ts'
import { selectedCommands } from './selected.ts'

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
    ['1', 'timeline'],
    ['0', 'whole'],
    ['Backspace', 'remove'],
    ['Escape', 'back'],
    ['?', 'keys'],
    ['Tab', 'next'],
  ])('[WB4] %s means %s', (key, command) => {
    expect(pressedCommand(press(key), false)).toBe(command)
  })
  it('[WB4] never reads a key that belongs to an input method', () => {
    expect(pressedCommand(press('n', { isComposing: true }), false)).toBeNull()
    expect(pressedCommand(press('Process', { keyCode: 229 }), false)).toBeNull()
    expect(pressedCommand(press('Escape', { keyCode: 229 }), false)).toBeNull()
    expect(pressedCommand(press('k', { ctrlKey: true, isComposing: true }), true)).toBeNull()
  })
  it('[WB4] leaves letters, undo and select-all to the field in which somebody types; the palette opens from there', () => {
    expect(pressedCommand(press('n'), true)).toBeNull()
    expect(pressedCommand(press('z', { ctrlKey: true }), true)).toBeNull()
    expect(pressedCommand(press('a', { metaKey: true }), true)).toBeNull()
    expect(pressedCommand(press('k', { metaKey: true }), true)).toBe('palette')
  })
  it('[WB4] undoes and redoes with either modifier', () => {
    expect(pressedCommand(press('z', { metaKey: true }), false)).toBe('undo')
    expect(pressedCommand(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo')
    expect(pressedCommand(press('y', { ctrlKey: true }), false)).toBe('redo')
    expect(pressedCommand(press('Tab', { shiftKey: true }), false)).toBe('previous')
  })
  it('[WB4] makes one thing of a key held down, and leaves the browser its own shortcuts', () => {
    expect(pressedCommand(press('n', { repeat: true }), false)).toBeNull()
    expect(pressedCommand(press('+', { repeat: true }), false)).toBe('zoomIn')
    expect(pressedCommand(press('n', { ctrlKey: true }), false)).toBeNull()
    expect(pressedCommand(press('1', { altKey: true }), false)).toBeNull()
  })
  it('[WK4] groups with G, ungroups with Shift, moves with Alt and arrows; capitals alone change nothing', () => {
    expect(pressedCommand(press('g'), false)).toBe('group')
    expect(pressedCommand(press('G'), false)).toBe('group')
    expect(pressedCommand(press('G', { shiftKey: true }), false)).toBe('ungroup')
    expect(pressedCommand(press('ArrowUp', { altKey: true, repeat: true }), false)).toBe('moveUp')
    expect(pressedCommand(press('ArrowRight', { altKey: true }), false)).toBe('moveRight')
    expect(pressedCommand(press('ArrowUp'), false)).toBeNull()
    expect(pressedCommand(press('ArrowUp', { altKey: true, ctrlKey: true }), false)).toBeNull()
    expect(pressedCommand(press('ArrowUp', { altKey: true, isComposing: true }), false)).toBeNull()
    expect(pressedCommand(press('g'), true)).toBeNull()
  })
})

addCommands({ ...selectedCommands, ...leadCommands, ...meetingCommands, ...roundCommands })

describe('the catalogue of commands', () => {
  it('[WB17] no press means two commands', () => {
    const presses = commandIds().flatMap((id) => commandOf(id)?.keys ?? [])
    expect(new Set(presses.map((each) => each.toLowerCase())).size).toBe(presses.length)
  })
  it.each([
    ['ja', ja],
    ['en', en],
  ] as const)(
    '[WB17] every command has a name of its own in %s, and no name is without a command',
    (language, catalogue) => {
      const { t } = createWordsFrom(language, catalogue)
      const names = commandIds().map((id) => t(nameKeys(id)))
      expect(new Set(names).size).toBe(commandIds().length)
      expect(Object.keys({ ...catalogue.commands.names, ...catalogue.conduct.names }).toSorted()).toEqual(
        commandIds().toSorted(),
      )
    },
  )
  it('[WB17] what stands in the menus and the palette has a picture, or a key that says it', () => {
    for (const id of commandIds()) {
      const { byKeyOnly, icon, keys } = commandOf(id) ?? {}
      expect(byKeyOnly === true || icon !== undefined || (keys ?? []).length > 0, id).toBe(true)
    }
  })
})
