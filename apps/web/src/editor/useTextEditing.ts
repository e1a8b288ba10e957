import { useCallback, useEffect } from 'react'
import { useDesk, useSession } from '../board/boardContext.tsx'
import type { ItemText } from '../board/desk.ts'

/** Says to the others what is being written, for as long as its editor is there. Returns what ends it. */
export function useTextEditing({ id, field }: ItemText): () => void {
  const desk = useDesk()
  const { presence } = useSession()
  useEffect(() => {
    presence.tell({ editing: `${id}.${field}` })
    return () => presence.tell({ editing: null })
  }, [presence, id, field])

  return useCallback((): void => {
    // An editor that goes also loses its focus, and says so late: it must not close the one that came after it.
    const now = desk.editing.get()
    if (now?.id === id && now.field === field) desk.editing.set(null)
  }, [desk, id, field])
}
