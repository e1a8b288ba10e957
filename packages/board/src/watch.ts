import type { BoardSnapshot } from '@kintsugi/model'
import * as Y from 'yjs'
import { nothingTouched, Projection, type Touched } from './projection.ts'
import { type Board, docOf, rootNames } from './shape.ts'

/** The board as a value that changes: for `useSyncExternalStore`. */
export type BoardWatch = {
  /** The same object until something on the board changes; what did not change in it is identical. */
  getSnapshot(): BoardSnapshot
  /** Called once after each transaction that changed the snapshot. */
  subscribe(listener: () => void): () => void
  destroy(): void
}

export function watchBoard(board: Board): BoardWatch {
  const projection = new Projection(board)
  const names = rootNames(board)
  const listeners = new Set<() => void>()

  const settle = (transaction: Y.Transaction): void => {
    const touched = nothingTouched()
    for (const [type, keys] of transaction.changed) touch(touched, names, type, keys)
    const any = touched.incident || touched.keys.size > 0
    if (any && projection.settle(touched)) for (const listener of [...listeners]) listener()
  }
  docOf(board).on('afterTransaction', settle)

  return {
    getSnapshot: () => projection.snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      docOf(board).off('afterTransaction', settle)
      listeners.clear()
    },
  }
}

/** Finds the root a change lies below, and the key of the thing in it. */
function touch(
  touched: Touched,
  names: ReturnType<typeof rootNames>,
  changed: unknown,
  changedKeys: ReadonlySet<string | null>,
): void {
  let type = changed
  let keys = changedKeys
  while (type instanceof Y.AbstractType && type._item !== null) {
    keys = new Set([type._item.parentSub])
    type = type._item.parent
  }
  const name = names.get(type)
  if (name === undefined) return
  if (name === 'incident') {
    touched.incident = true
    return
  }
  const seen = touched.keys.get(name) ?? new Set<string>()
  touched.keys.set(name, seen)
  for (const key of keys) if (key !== null) seen.add(key)
}

/** The board as it is now, once. */
export function readSnapshot(board: Board): BoardSnapshot {
  return new Projection(board).snapshot
}
