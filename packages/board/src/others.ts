import { type Board, docOf } from './shape.ts'

/**
 * Tells of every change that came from elsewhere, once the snapshot has it: the document clients (as in presence) whose
 * writing it brought. Empty where things only went: nobody signs a deletion.
 */
export function watchOthers(board: Board, listener: (clients: readonly number[]) => void): () => void {
  const doc = docOf(board)
  const tell = (transaction: {
    local: boolean
    beforeState: Map<number, number>
    afterState: Map<number, number>
    deleteSet: { clients: Map<number, unknown> }
  }): void => {
    if (transaction.local) return
    const { beforeState, afterState, deleteSet } = transaction
    const clients = [...afterState].filter(([id, clock]) => (beforeState.get(id) ?? 0) < clock)
    if (clients.length > 0 || deleteSet.clients.size > 0) listener(clients.map(([id]) => id))
  }
  doc.on('afterTransaction', tell)
  return () => doc.off('afterTransaction', tell)
}
