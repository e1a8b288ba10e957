import { useEffect, useRef } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useSession } from '../../board/boardContext.tsx'
import { itemIn } from '../../board/readings.ts'

/** For so long fingers go on typing a text that has gone. */
const typingOn = 1000
/** Longer than a change of the document takes to be drawn. */
const drawn = 500

/**
 * Somebody else removes the item one is writing in: it is said, and what is typed on for a moment commands nothing.
 * Returns whether that moment is now.
 */
export function useLostText(): () => boolean {
  const { history } = useSession()
  const desk = useDesk()
  const { t } = useWords()
  const editing = useReadable(desk.editing)
  const isThere = useBoard((s) => editing !== null && itemIn(s, editing.id) !== undefined)
  const present = useRef<string | null>(null)
  const until = useRef(0)
  const travelled = useRef(Number.NEGATIVE_INFINITY)

  // One's own undo takes things away as well. Only undo leaves a step to redo; whatever one types clears it.
  useEffect(
    () =>
      history.subscribe(() => {
        if (history.state().redo !== undefined) travelled.current = performance.now()
      }),
    [history],
  )
  useEffect(() => {
    const was = present.current
    present.current = editing && isThere ? editing.id : null
    // A thing just made is not drawn yet: only what has been there can be lost.
    if (!editing || was !== editing.id || present.current !== null) return
    const now = performance.now()
    desk.editing.set(null)
    if (desk.selection.get().has(editing.id)) desk.select()
    if (now - travelled.current < drawn) return
    until.current = now + typingOn
    say(t('board.removedByOther'))
  }, [desk, editing, isThere, t])
  return () => performance.now() < until.current
}
