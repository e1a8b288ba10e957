import { isComposing } from '@kintsugi/ui'

export type KeyCommand =
  | 'note'
  | 'event'
  | 'cause'
  | 'action'
  | 'free'
  | 'why'
  | 'select'
  | 'hand'
  | 'zone0'
  | 'zone1'
  | 'zone2'
  | 'zone3'
  | 'zone4'
  | 'delete'
  | 'back'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'selectAll'
  | 'keys'
  | 'next'
  | 'previous'
  | 'zoomIn'
  | 'zoomOut'

/** Keys as people read them; the key list, the tips and the handler all take them from here. */
export const keysOf: Readonly<Record<KeyCommand, string>> = {
  note: 'N',
  event: 'E',
  cause: 'C',
  action: 'A',
  free: 'F',
  why: 'W',
  select: 'S',
  hand: 'H',
  zone0: '0',
  zone1: '1',
  zone2: '2',
  zone3: '3',
  zone4: '4',
  delete: 'Delete',
  back: 'Esc',
  edit: 'Enter',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  selectAll: 'Mod+A',
  keys: '?',
  next: 'Tab',
  previous: 'Shift+Tab',
  zoomIn: '+',
  zoomOut: '-',
}

const single: Readonly<Record<string, KeyCommand>> = {
  n: 'note',
  e: 'event',
  c: 'cause',
  a: 'action',
  f: 'free',
  w: 'why',
  s: 'select',
  h: 'hand',
  '0': 'zone0',
  '1': 'zone1',
  '2': 'zone2',
  '3': 'zone3',
  '4': 'zone4',
  delete: 'delete',
  backspace: 'delete',
  escape: 'back',
  enter: 'edit',
  f2: 'edit',
  '?': 'keys',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
}

export interface PressedKey {
  key: string
  metaKey: boolean
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  keyCode: number
  repeat: boolean
}

/** What a key press on the board means; null: leave it to the browser. `typing`: the focus is in a field. */
export function commandOf(event: PressedKey, typing: boolean): KeyCommand | null {
  if (isComposing(event) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (event.metaKey || event.ctrlKey) {
    // A field has its own undo and select-all, and it is nearer to the person.
    if (typing) return null
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    if (key === 'y') return 'redo'
    return key === 'a' ? 'selectAll' : null
  }
  if (typing) return null
  if (key === 'tab') return event.shiftKey ? 'previous' : 'next'
  const command = single[key] ?? null
  // Holding a key down must not rain notes.
  return event.repeat && command !== 'zoomIn' && command !== 'zoomOut' ? null : command
}

/** Whether an element takes typed letters. */
export function takesTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox], [role=textbox]',
    )
  )
}
