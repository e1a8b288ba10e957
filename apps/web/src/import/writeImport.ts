import { type Board, beginImport } from '@kintsugi/board'
import type { ItemId } from '@kintsugi/model'
import type { Order } from './reader/messages.ts'
import type { Reader } from './reader/openReader.ts'

export interface Written {
  added: readonly ItemId[]
  batch: ItemId | null
}

/** Milliseconds between two transactions: the page draws, and the server takes sixty messages a second. */
const breath = 20
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, breath))

/**
 * Writes what was chosen, piece by piece, as one step to undo. Null where it was broken off: then nothing of it is left.
 * What fails takes back what it had written, and throws.
 */
export async function writeImport(
  board: Board,
  reader: Reader,
  order: Order,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<Written | null> {
  const steps = beginImport(board)
  try {
    const total = await reader.ask({ ask: 'order', order })
    for (;;) {
      const { piece, batch } = await reader.ask({ ask: 'piece' })
      if (signal.aborted && piece !== null) break
      if (piece === null) return { added: [...steps.added], batch }
      for (const _ of steps.write(piece)) await rest()
      onProgress(steps.added.length, total)
      // What it says of the incident is its end: from there on it is done.
      if (signal.aborted && piece.incident === undefined) break
    }
  } catch (error) {
    for (const _ of steps.takeBack());
    throw error
  }
  for (const _ of steps.takeBack()) await rest()
  return null
}
