import { type Board, openBoard, type Recovery, recoverCopy } from '@kintsugi/board'
import { idFromBytes } from '@kintsugi/model'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { newId } from '../identity/newId.ts'

/**
 * Brings back from the draft what the board lacks, and what was changed in things the board has; words changed on both
 * sides are put beside, under `title`. The draft stays as it is.
 */
export function reapply(board: Board, id: string, update: Uint8Array, title: string): Recovery {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const recovery = recoverCopy(board, openBoard(doc, { newId }), {
    noteIdFor: (text) => idFromBytes(digest(new TextEncoder().encode(`${id}\n${text}`))),
    note: ({ content }) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: title }] }, ...content],
    }),
  })
  doc.destroy()
  return recovery
}
