import { limits } from '@kintsugi/model'
import type { Brought } from './brought.ts'
import { pause } from './knownOnBoard.ts'
import type { SentSource } from './reader/messages.ts'

/** What the person has given: words in the field, or something too large for one. */
export interface Given {
  text: string
  /** A file, or a long paste: a text field with a hundred thousand lines in it stands still for seconds. */
  held: { source: SentSource; size: number; lines: number | null } | null
}

/** Characters from which a paste is held beside the text field instead of laid out in it. */
export const fieldSize = 20_000

export type SourceTrouble =
  | { code: 'fileUnreadable' }
  | { code: 'tooBig' | 'textTooBig'; size: string; limit: string }
  | { code: 'several'; name: string }

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** Why so many bytes are not taken; null where they are. */
function sizeTrouble(code: 'tooBig' | 'textTooBig', bytes: number): SourceTrouble | null {
  if (bytes <= limits.importBytes) return null
  return { code, size: megabytes(bytes), limit: megabytes(limits.importBytes) }
}
async function heldFile(file: File): Promise<NonNullable<Given['held']>> {
  const bytes = await file.arrayBuffer()
  return { source: { bytes, fileName: file.name }, size: file.size, lines: null }
}
/** Characters that are encoded before the page has its turn again: a slow machine takes ten milliseconds for them. */
const atOnce = 200_000
const encoder = new TextEncoder()
async function heldText(text: string): Promise<NonNullable<Given['held']>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let [size, lines] = [0, 1]
  for (let from = 0; from < text.length; ) {
    // Not between the halves of a character.
    const half = (text.charCodeAt(from + atOnce - 1) & 0xfc00) === 0xd800 ? 1 : 0
    const part = text.slice(from, from + atOnce + half)
    const bytes = encoder.encode(part)
    size += bytes.length
    // Of what is not taken only the size is told.
    if (size <= limits.importBytes) parts.push(bytes)
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) lines += 1
    from += part.length
    await pause()
  }
  return { source: { words: new Blob(parts), fileName: '' }, size, lines }
}

/** Holds what was brought, or says why it is not taken. */
export async function takeBrought(
  brought: Brought,
): Promise<{ trouble: SourceTrouble | null; held: Given['held'] }> {
  if ('text' in brought) {
    const held = await heldText(brought.text)
    const trouble = sizeTrouble('textTooBig', held.size)
    return { trouble, held: trouble ? null : held }
  }
  const trouble = sizeTrouble('tooBig', brought.file.size)
  if (trouble) return { trouble, held: null }
  try {
    return { trouble: null, held: await heldFile(brought.file) }
  } catch {
    // A folder looks like a file until it is read; a file may have gone, or be locked by another program.
    return { trouble: { code: 'fileUnreadable' }, held: null }
  }
}
