import { useEffect, useRef } from 'react'
import { useSession } from '../../../board/boardContext.tsx'
import { itemIn } from '../../../board/readings.ts'
import { focusRow, neighbourOf, rowAround } from '../../../outline/rows.ts'

/** When the row with the focus goes, whoever took it away, the one beside it gets the focus: nobody is thrown to the top of the page. */
export function useRescue(): (event: React.FocusEvent) => void {
  const { watch } = useSession()
  const at = useRef<{ id: string; beside: string | undefined } | null>(null)
  useEffect(
    () =>
      watch.subscribe(() => {
        const was = at.current
        if (!was || itemIn(watch.getSnapshot(), was.id)) return
        at.current = null
        requestAnimationFrame(() => {
          const lost = document.activeElement === null || document.activeElement === document.body
          if (lost && was.beside !== undefined) focusRow(was.beside)
        })
      }),
    [watch],
  )
  return ({ target }) => {
    const id = rowAround(target)
    if (id !== undefined) at.current = { id, beside: neighbourOf(id) }
  }
}
