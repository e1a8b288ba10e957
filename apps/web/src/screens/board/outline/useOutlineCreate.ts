import { addAction, addCause, addFreeNote, addKptNote, addTimelineEntry, addWhy } from '@kintsugi/board'
import type { KptGroup, KptNote } from '@kintsugi/model'
import { useMemo } from 'react'
import { useDesk, useSession } from '../../../board/boardContext.tsx'
import { itemIn } from '../../../board/readings.ts'
import type { CanvasPart } from '../../../canvas/placed.ts'
import { rowOf } from '../../../outline/rows.ts'
import type { Create } from '../useCreate.ts'
import { causePlace } from './causePlace.ts'
import type { OutlineDesk } from './outlineDesk.ts'

/** New things in the outline: each gets its row, is selected, and its text is open for writing at once. */
export function useOutlineCreate(outline: OutlineDesk): {
  create: Create
  why: (effectId: string) => string | undefined
} {
  const { board, watch } = useSession()
  const desk = useDesk()
  return useMemo(() => {
    const begin = (part: CanvasPart, id: string): void => {
      outline.opened.set(null)
      desk.begin({ part, id, field: 'text' })
      requestAnimationFrame(() => rowOf(id)?.scrollIntoView({ block: 'nearest' }))
    }
    const columnHere = () => {
      const [id] = desk.selection.get()
      const at = id === undefined ? undefined : itemIn(watch.getSnapshot(), id)
      const inKpt = at?.part === 'kptNotes' || at?.part === 'kptGroups'
      return inKpt ? (at.item as KptNote | KptGroup).slot.column : 'keep'
    }
    const create: Create = {
      note: (_, column) => begin('kptNotes', addKptNote(board, { column: column ?? columnHere() })),
      // Without an axis under the pointer the time stays unknown until somebody types it: never guessed.
      event: () => begin('timeline', addTimelineEntry(board, {})),
      cause() {
        const snapshot = watch.getSnapshot()
        const placement = causePlace(snapshot)
        // What happened stands at the top of every graph.
        const first = { kind: 'impact', certainty: 'confirmed' } as const
        begin(
          'causes',
          addCause(board, {
            ...(snapshot.causes.length === 0 ? first : {}),
            ...(placement ? { placement } : {}),
          }),
        )
      },
      action: () => begin('actions', addAction(board, {})),
      free: () => begin('freeNotes', addFreeNote(board, {})),
      at: () => create.free(null),
    }
    return {
      create,
      why(effectId) {
        const placement = causePlace(watch.getSnapshot(), effectId)
        const id = addWhy(board, effectId, placement ? { placement } : {})
        if (id !== undefined) begin('causes', id)
        return id
      },
    }
  }, [board, watch, desk, outline])
}
