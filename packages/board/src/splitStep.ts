import * as Y from 'yjs'
import { type Step, topOf } from './kept.ts'
import { type Board, docOf } from './shape.ts'

/** Bytes of restored content after which undo goes on in another transaction: an update has to stay below 200 kB. */
const chunkBytes = 90_000

function weigh(piece: Y.Item): number {
  const { content } = piece
  if (content instanceof Y.ContentString) return 30 + content.str.length * 2
  return content instanceof Y.ContentAny ? 40 + JSON.stringify(content.arr).length * 1.5 : 60
}

type Deletions = Step['deletions']
function addTo(deletions: Deletions, piece: Y.Item): void {
  const ranges = deletions.clients.get(piece.id.client) ?? []
  deletions.clients.set(piece.id.client, ranges)
  ranges.push({ clock: piece.id.clock, len: piece.length })
}

/** A step like this one with other content. */
export function stepLike(step: Step, deletions: Deletions, insertions: Step['insertions']): Step {
  const Made = step.constructor as new (deletions: Deletions, insertions: Step['insertions']) => Step
  const made = new Made(deletions, insertions)
  for (const [key, value] of step.meta) made.meta.set(key, value)
  return made
}

/** Cuts a step whose undoing restores much into several, each item of the board whole in one of them. */
export function splitStep(board: Board, step: Step): Step[] {
  const tops = new Map<Y.Item, { pieces: Y.Item[]; bytes: number }>()
  let total = 0
  docOf(board).transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
      // What the step made and removed again never comes back.
      if (!(struct instanceof Y.Item) || Y.isDeleted(step.insertions, struct.id)) return
      const top = topOf(struct)
      const group = tops.get(top) ?? { pieces: [], bytes: 0 }
      tops.set(top, group)
      group.pieces.push(struct)
      group.bytes += weigh(struct)
      total += weigh(struct)
    })
  })
  if (total <= chunkBytes) return [step]
  const steps: Step[] = []
  let deletions = Y.createDeleteSet()
  let bytes = 0
  const close = (): void => {
    // Ranges have to lie in order: they are looked up by bisection.
    for (const ranges of deletions.clients.values()) ranges.sort((a, b) => a.clock - b.clock)
    steps.push(stepLike(step, deletions, steps.length === 0 ? step.insertions : Y.createDeleteSet()))
    deletions = Y.createDeleteSet()
    bytes = 0
  }
  for (const group of tops.values()) {
    if (bytes > 0 && bytes + group.bytes > chunkBytes) close()
    for (const piece of group.pieces) addTo(deletions, piece)
    bytes += group.bytes
  }
  close()
  return steps
}
