import { limits } from '@kintsugi/model'
import type { Brought } from './brought.ts'
import type { Source } from './reader/messages.ts'

/** What the person has given: words in the field, or something too large for one. */
export interface Given {
  text: string
  /** A file, or a long paste: a text field with a hundred thousand lines in it stands still for seconds. */
  held: { source: Source; size: number; lines: number | null } | null
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
function heldText(text: string): NonNullable<Given['held']> {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return { source: { text, fileName: '' }, size: new Blob([text]).size, lines }
}

/** Holds what was brought, or says why it is not taken. */
export async function takeBrought(
  brought: Brought,
): Promise<{ trouble: SourceTrouble | null; held: Given['held'] }> {
  if ('text' in brought) {
    const held = heldText(brought.text)
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
