import { useEffect } from 'react'
import { useDesk } from '../../board/boardContext.tsx'
import { keepTypedAhead } from '../../editor/typedAhead.ts'

/** While a text is opening, what is typed waits for its editor. */
export function useTypedAhead(): void {
  const desk = useDesk()
  useEffect(() => {
    let stop = (): void => undefined
    const follow = desk.editing.subscribe(() => {
      stop()
      stop = desk.editing.get() === null ? () => undefined : keepTypedAhead()
    })
    return () => {
      follow()
      stop()
    }
  }, [desk])
}
