import { isComposing } from '@kintsugi/ui'
import { type CommandId, commandIds, commandOf } from './index.ts'

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

/** Keys whose name in a press is another one than the browser's. */
const spelled: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** One spelling of a press: modifiers in a fixed order, the key in lower case. */
function pressOf({ key, metaKey, ctrlKey, altKey, shiftKey }: PressedKey): string {
  const name = (spelled[key] ?? key).toLowerCase()
  if (altKey) return `alt+${name}`
  if (metaKey || ctrlKey) return `mod+${shiftKey ? 'shift+' : ''}${name}`
  // Shift belongs to how a character is typed; it means something of its own only with a key that has no other form.
  return shiftKey && byPress(`shift+${name}`) !== undefined ? `shift+${name}` : name
}

const byPress = (press: string): CommandId | undefined =>
  commandIds().find((id) => commandOf(id)?.keys?.some((key) => key.toLowerCase() === press))

/** What a key press on the board means; null: leave it to the browser. `typing`: the focus is in a field. */
export function pressedCommand(event: PressedKey, typing: boolean): CommandId | null {
  if (isComposing(event) || (event.altKey && (event.metaKey || event.ctrlKey))) return null
  const id = byPress(pressOf(event))
  const command = id && commandOf(id)
  if (!command) return null
  // A field has its own letters, undo and select-all, and it is nearer to the person.
  if (typing && command.whileTyping !== true) return null
  // Holding a key down must not rain notes; undo goes on, as everywhere.
  if (event.repeat && command.repeats !== true && !event.metaKey && !event.ctrlKey) return null
  return id
}

/** The key a person is shown; undefined where there is none. */
export const shownKey = (id: CommandId): string | undefined => commandOf(id)?.keys?.[0]

const mod = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '') ? '⌘' : 'Ctrl'
/** As this machine's keyboard names it. */
export const onThisKeyboard = (press: string): string => press.replace('Mod', mod)

/** Whether a press is one character: it could as well be a letter of a text. */
export const isLetter = (id: CommandId): boolean => shownKey(id)?.length === 1

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
