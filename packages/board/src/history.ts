import type { ItemId } from '@kintsugi/model'
import * as Y from 'yjs'
import { keptBy, type Step } from './kept.ts'
import { allRoots, type Board, docOf } from './shape.ts'
import { splitStep, stepLike } from './splitStep.ts'
import { VerbOrigin } from './verb.ts'
import type { Verb } from './verbs.ts'

/** `kept`: items that were to go and have stayed, because somebody else has written in them since. */
export type UndoResult = { verb: Verb; kept: ItemId[] }
/** One's own steps, named; never anybody else's. */
export type BoardHistory = {
  /** Undefined where there is nothing to undo. */
  undo(): UndoResult | undefined
  redo(): UndoResult | undefined
  /** The verbs that `undo` and `redo` would take next. */
  state(): { undo?: Verb; redo?: Verb }
  subscribe(listener: () => void): () => void
  stop(): void
}

/** Milliseconds within which typing in one text goes on being one step. */
const typingPause = 500

/** An editor's own transactions have the plugin key of its binding as origin (y-tiptap, y-prosemirror). */
function isEditor(origin: unknown): boolean {
  if (typeof origin !== 'object' || origin === null || !('key' in origin)) return false
  return typeof origin.key === 'string' && origin.key.startsWith('y-sync$')
}

/** The rich text that a transaction wrote in. */
function textOf(transaction: Y.Transaction): unknown {
  const [changed] = transaction.changed.keys()
  let type: unknown = changed
  while (type instanceof Y.AbstractType && type._item !== null && type._item.parentSub === null) {
    type = type._item.parent
  }
  return type
}

/** Stands below the step to be undone; reached only when that step had no effect, it ends the search for one that has. */
class Fence extends Map<number, never[]> {
  readonly #reached: () => void
  constructor(reached: () => void) {
    super()
    this.#reached = reached
  }
  override forEach(): void {
    this.#reached()
  }
}

export function openHistory(board: Board): BoardHistory {
  const listeners = new Set<() => void>()
  const notify = (): void => {
    for (const listener of [...listeners]) listener()
  }
  /** What the step on top of the stack was made by. */
  let last: { origin: unknown; field: unknown } | null = null
  /** The step of a verb of several transactions. */
  const stepOf = new WeakMap<VerbOrigin, Step>()
  let working = false

  const fieldOf = (transaction: Y.Transaction): unknown => {
    const { origin } = transaction
    if (!(origin instanceof VerbOrigin)) return textOf(transaction)
    return origin.field === null ? null : `${origin.verb} ${origin.field}`
  }
  const manager = new Y.UndoManager(allRoots(board), {
    trackedOrigins: new Set<unknown>([VerbOrigin]),
    captureTransaction(transaction) {
      const { origin } = transaction
      if (origin === manager) return true
      const ours = origin instanceof VerbOrigin || isEditor(origin)
      if (!ours || !transaction.local || transaction.meta.get('addToHistory') === false) return false
      manager.trackedOrigins.add(origin instanceof VerbOrigin ? VerbOrigin : origin)
      const sameVerb = origin instanceof VerbOrigin && (last?.origin === origin || goOn(origin))
      const field = fieldOf(transaction)
      const sameField = last !== null && field !== null && last.field === field
      manager.captureTimeout = sameVerb ? Number.POSITIVE_INFINITY : typingPause
      if (!sameVerb && !sameField) manager.stopCapturing()
      return true
    },
  })
  const doc = docOf(board)

  /**
   * A verb that writes over a while (an import) goes on in its own step, also where the person has done something else
   * in between: that step comes to the top again. False where it has none, or has been undone.
   */
  function goOn(origin: VerbOrigin): boolean {
    const step = stepOf.get(origin)
    const at = step === undefined ? -1 : manager.undoStack.indexOf(step)
    if (step === undefined || at < 0) return false
    manager.undoStack.push(...manager.undoStack.splice(at, 1))
    // Anything but 0: the manager takes that for "nothing to go on with".
    manager.lastChange ||= 1
    return true
  }

  const verbOf = (step: Step | undefined): Verb | undefined => step?.meta.get('verb')
  manager.on('stack-item-added', ({ stackItem, origin }) => {
    const undone = origin === manager ? verbOf(manager.currStackItem ?? undefined) : undefined
    stackItem.meta.set('verb', undone ?? (origin instanceof VerbOrigin ? origin.verb : 'write'))
    if (origin instanceof VerbOrigin) stepOf.set(origin, stackItem)
  })
  const remember = (transaction: Y.Transaction): void => {
    const { origin } = transaction
    if (
      origin !== manager &&
      manager.trackedOrigins.has(origin instanceof VerbOrigin ? VerbOrigin : origin)
    ) {
      last = { origin, field: fieldOf(transaction) }
    }
  }
  doc.on('afterTransaction', remember)
  for (const event of ['stack-item-added', 'stack-item-updated', 'stack-cleared'] as const) {
    manager.on(event, () => {
      if (!working) notify()
    })
  }

  /** Undoes exactly the top of a stack. True where that changed anything. */
  const pop = (way: 'undo' | 'redo'): boolean => {
    const stack = way === 'undo' ? manager.undoStack : manager.redoStack
    const top = stack.pop()
    if (top === undefined) return false
    const below: Step[] = []
    const insertions = Y.createDeleteSet()
    insertions.clients = new Fence(() => below.push(...stack.splice(0)))
    const fence = stepLike(top, Y.createDeleteSet(), insertions)
    stack.push(fence, top)
    const done = manager[way]()
    const left = stack.indexOf(fence)
    if (left >= 0) stack.splice(left, 1)
    stack.unshift(...below)
    return done !== null
  }

  /** Undoes the top step, however many transactions that takes; the way back is one step again. */
  const popWhole = (way: 'undo' | 'redo', top: Step): { changed: boolean; kept: Set<ItemId> } => {
    const [stack, back] =
      way === 'undo' ? [manager.undoStack, manager.redoStack] : [manager.redoStack, manager.undoStack]
    const kept = new Set<ItemId>()
    const height = back.length
    const steps = splitStep(board, top)
    stack.pop()
    let changed = false
    for (const step of steps) {
      const keeping = keptBy(board, step)
      manager.deleteFilter = keeping.mayDelete
      stack.push(step)
      if (pop(way)) changed = true
      for (const id of keeping.ids) kept.add(id)
    }
    manager.deleteFilter = () => true
    const ways = back.splice(height)
    const first = ways[0]
    if (first !== undefined) {
      const deletions = Y.mergeDeleteSets(ways.map((step) => step.deletions))
      back.push(stepLike(first, deletions, Y.mergeDeleteSets(ways.map((step) => step.insertions))))
    }
    return { changed, kept }
  }

  const go = (way: 'undo' | 'redo'): UndoResult | undefined => {
    const stack = way === 'undo' ? manager.undoStack : manager.redoStack
    const stood = stack.length > 0
    last = null
    working = true
    try {
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        const verb = verbOf(top) ?? 'write'
        const { changed, kept } = popWhole(way, top)
        if (changed || kept.size > 0) return { verb, kept: [...kept] }
      }
      return undefined
    } finally {
      working = false
      // Also where all there was had become void: then there is nothing left to undo.
      if (stood) notify()
    }
  }

  return {
    undo: () => go('undo'),
    redo: () => go('redo'),
    state() {
      const undo = verbOf(manager.undoStack.at(-1))
      const redo = verbOf(manager.redoStack.at(-1))
      return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      doc.off('afterTransaction', remember)
      manager.destroy()
      listeners.clear()
    },
  }
}
