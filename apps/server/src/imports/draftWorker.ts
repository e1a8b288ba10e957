import { parentPort } from 'node:worker_threads'
import { compareImport } from '@kintsugi/exchange'
import { type BoardId, type BoardSnapshot, invariant, limits, type Problem } from '@kintsugi/model'
import type { ImportPreview, ImportRequest } from '@kintsugi/protocol'
import { newId } from '../collab/newId.ts'
import { type Draft, draftOf, itemCount } from './draft.ts'

/** A text to be read for a board on which `existing` is. `preview`: for looking at only. */
export interface DraftOrder {
  boardId: BoardId
  request: ImportRequest
  existing: BoardSnapshot
  preview: boolean
}
/** `body`: an `ImportPreview` as JSON, so that nobody has to write it on the event loop. */
export type DraftResult =
  | { body: Uint8Array<ArrayBuffer> }
  | { draft: Draft }
  | { problem: Problem }
  | { failure: string }

/** Reads beside the event loop: ten megabytes take seconds. It writes nothing, and knows no board but the one it is given. */
function carryOut({ boardId, request, existing, preview }: DraftOrder): DraftResult {
  const draft = draftOf(boardId, request, newId)
  if ('problem' in draft) return draft
  const { format, snapshot, problems } = draft
  const { fresh, duplicates } = compareImport(existing, snapshot)
  // The write compares and counts again, on the very state it adds to; what is too much already does not have to come there.
  const total = itemCount(existing) + itemCount(fresh)
  if (total > limits.itemsPerBoard)
    return { problem: { code: 'itemLimit', line: null, args: { total, limit: limits.itemsPerBoard } } }
  if (!preview) return { draft }
  const answer: ImportPreview = { format, snapshot, duplicates, problems }
  return { body: new TextEncoder().encode(JSON.stringify(answer)) }
}

invariant(parentPort, 'this is a worker')
const port = parentPort
port.on('message', (order: DraftOrder) => {
  let result: DraftResult
  try {
    result = carryOut(order)
  } catch (error) {
    result = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  port.postMessage(result, 'body' in result ? [result.body.buffer] : [])
})
