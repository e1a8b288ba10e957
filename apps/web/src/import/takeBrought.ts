import type { Brought } from './brought.ts'
import { type Given, heldFile, heldText, type SourceTrouble, sizeTrouble } from './ImportSource.tsx'

export async function takeBrought(
  brought: Brought,
): Promise<{ trouble: SourceTrouble | null; held: Given['held'] }> {
  if ('file' in brought) {
    const trouble = sizeTrouble('tooBig', brought.file.size)
    return { trouble, held: trouble ? null : await heldFile(brought.file) }
  }
  const held = heldText(brought.text)
  const trouble = sizeTrouble('textTooBig', held.size)
  return { trouble, held: trouble ? null : held }
}
