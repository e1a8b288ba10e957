import { type Board, readSnapshot, removeItems, type Verb } from '@kintsugi/board'
import { plainTextOf } from '@kintsugi/model'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useDesk, useReadable, useSession } from '../../board/boardContext.tsx'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { Camera } from '../../canvas/useCamera.ts'

const making: ReadonlySet<Verb | undefined> = new Set<Verb>([
  'addTimelineEntry',
  'addCause',
  'addWhy',
  'addKptNote',
  'addAction',
  'addFreeNote',
])

/** A word that an input method has just finished reaches the document when its editor goes, a moment after the key. */
const settledMs = 150

/** What was just made comes into sight, and left without a word it goes again. */
export function useFresh(index: SpatialIndex, camera: Camera): void {
  const desk = useDesk()
  const fresh = useReadable(desk.fresh)
  const shown = useRef<string | null>(null)
  // A layout effect moves the camera before the editor has its caret.
  useLayoutEffect(() => {
    // A new thing gets its place with the next snapshot; from then on the camera is the person's again.
    const rect = fresh === null || fresh === shown.current ? undefined : index.byId(fresh)?.rect
    if (!rect) return
    shown.current = fresh
    camera.reveal(rect, { small: true })
  }, [fresh, index, camera])
  useLeftEmpty()
}

/** What was just made goes again where it is left without a word. */
export function useLeftEmpty(): void {
  const { board, history } = useSession()
  const desk = useDesk()
  useEffect(() => {
    // Whether the step that made it is still the newest one: then taking it back leaves no trace among the steps.
    let newest = false
    let steps = 0
    const waiting = new Set<ReturnType<typeof setTimeout>>()
    const stopSteps = history.subscribe(() => {
      newest = false
      steps += 1
    })
    const stopFresh = desk.fresh.subscribe(() => {
      newest = making.has(history.state().undo)
    })
    const stopEditing = desk.editing.subscribe(() => {
      const id = desk.fresh.get()
      if (id === null || desk.editing.get()?.id === id) return
      const takeBack = newest ? steps : null
      desk.fresh.set(null)
      // A thing with words is no longer fresh, even if they are taken back a moment later.
      if (isStillMeant(id) || !isEmptyItem(board, id)) return
      const timer = setTimeout(() => {
        waiting.delete(timer)
        if (desk.editing.get()?.id === id || !isEmptyItem(board, id)) return
        if (desk.selection.get().has(id)) desk.select()
        if (takeBack === steps) history.undo()
        else removeItems(board, [id])
      }, settledMs)
      waiting.add(timer)
    })
    return () => {
      stopSteps()
      stopFresh()
      stopEditing()
      for (const timer of waiting) clearTimeout(timer)
    }
  }, [board, history, desk])
}

/** Asked of the document itself: the board's snapshot may be one letter late. */
function isEmptyItem(board: Board, id: string): boolean {
  const { timeline, causes, kptNotes, actions, freeNotes } = readSnapshot(board)
  const item = [...timeline, ...causes, ...kptNotes, ...actions, ...freeNotes].find((each) => each.id === id)
  return item !== undefined && plainTextOf(item.text).trim() === ''
}

/** Going to the inspector, or to its fields in the outline, is going on with the same thing, and a change of window (to copy what belongs here) is no farewell. */
function isStillMeant(id: string): boolean {
  if (!document.hasFocus()) return true
  const { event } = window
  const moved = event instanceof FocusEvent
  const to = moved ? event.relatedTarget : event?.target
  const places = moved ? `.k-inspector, [data-row="${id}"]` : '.k-inspector'
  return to instanceof Element && to.closest(places) !== null
}
