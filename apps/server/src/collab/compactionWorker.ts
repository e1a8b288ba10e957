import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { fold } from './checkpoint.ts'

/** Reads and folds beside the event loop. It writes nothing: the log does, in its own turn. */
export type CompactionOrder = { boardId: string; upTo: number }
export type CompactionResult =
  | { boardId: string; baseRows: number; bytes: Uint8Array; seqs: number[] }
  | { boardId: string; failure: string }

type Row = { seq: number; bytes: Uint8Array }

const database = new Database((workerData as { file: string }).file, { readonly: true, fileMustExist: true })
const checkpointOf = database.prepare<[string], { bytes: Uint8Array; rows: number }>(
  'select bytes, rows from checkpoints where board_id = ?',
)
const rowsOf = database.prepare<[string, number], Row>(
  'select seq, bytes from updates where board_id = ? and seq <= ? order by seq',
)
/** Checkpoint and rows as of one instant. */
const read = database.transaction(({ boardId, upTo }: CompactionOrder) => ({
  checkpoint: checkpointOf.get(boardId),
  rows: rowsOf.all(boardId, upTo),
}))

function carryOut(order: CompactionOrder): CompactionResult {
  const { boardId } = order
  const { checkpoint, rows } = read(order)
  if (checkpoint === undefined) return { boardId, failure: 'no such board' }
  const bytes = fold(
    checkpoint.bytes,
    rows.map((row) => row.bytes),
  )
  if (bytes === undefined) return { boardId, failure: 'the rows do not fold into a checkpoint' }
  return { boardId, baseRows: checkpoint.rows, bytes, seqs: rows.map((row) => row.seq) }
}

parentPort?.on('message', (order: CompactionOrder) => {
  let result: CompactionResult
  try {
    result = carryOut(order)
  } catch (error) {
    result = { boardId: order.boardId, failure: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(result)
})
