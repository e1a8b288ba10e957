import { useEffect } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useReadable, useSession } from '../../board/boardContext.tsx'
import { ensureGuest } from '../../identity/guest.ts'
import { deviceShelf } from '../../live/deviceShelf.ts'

/** Puts the board on the list of those that open without the server, as soon as this device holds all of it. */
export function useShelf(): void {
  const { language } = useWords()
  const session = useSession()
  const { onDevice } = useReadable(session.saveState)
  const title = useBoard((snapshot) => snapshot.incident.title)
  useEffect(() => {
    if (onDevice)
      deviceShelf(ensureGuest(language)).note({ id: session.boardId, title, openedAt: Date.now() })
  }, [language, session, title, onDevice])
}
