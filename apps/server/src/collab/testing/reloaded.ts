import { openBoard, readSnapshot } from '@kintsugi/board'
import type { BoardSnapshot } from '@kintsugi/model'
import * as Y from 'yjs'
import type { Storage } from '../../storage/storage.ts'
import { fill } from '../load.ts'
import { newId } from '../newId.ts'

/** What somebody would read who opened the board from disk now. */
export function reloaded(storage: Storage, boardId: string): BoardSnapshot {
  const stored = storage.log.load(boardId)
  const doc = new Y.Doc()
  if (stored === undefined || !fill(doc, stored)) throw new Error('the board does not load')
  return readSnapshot(openBoard(doc, { newId }))
}
