import { type FreeNote, type Placement, plainTextOf } from '@kintsugi/model'
import { rectOf } from '../canvas/geometry.ts'
import type { Placed } from '../canvas/placed.ts'
import { linesOf } from '../canvas/textLines.ts'

const card = { width: 176, padding: 13, line: 20, fontSize: 13.5 } as const

export function layoutNotes(
  notes: readonly FreeNote[],
  placements: Readonly<Record<string, Placement>>,
  fallback: { x: number; y: number },
): Placed[] {
  return notes.map((note, i) => {
    const at = placements[note.id] ?? { x: fallback.x + i * (card.width + 12), y: fallback.y }
    const lines = linesOf(plainTextOf(note.text), card.width - 2 * card.padding, card.fontSize)
    const height = Math.max(72, 2 * 11 + Math.min(12, lines) * card.line)
    return { id: note.id, part: 'freeNotes', item: note, rect: rectOf(at.x, at.y, card.width, height) }
  })
}
