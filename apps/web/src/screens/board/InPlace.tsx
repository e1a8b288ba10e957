import { useEffect } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk } from '../../board/boardContext.tsx'
import type { ItemText } from '../../board/desk.ts'
import type { Rect } from '../../canvas/geometry.ts'
import { FloatingEditor } from '../../editor/FloatingEditor.tsx'
import type { Create } from './useCreate.ts'

export interface InPlaceProps {
  text: ItemText
  rect: Rect
  create: Create
  why: (effectId: string) => string | undefined
}
/** Writing where the text stands; Mod+Enter goes on with the next thing of its kind. */
export function InPlace({ text, rect, create, why }: InPlaceProps) {
  const { t } = useWords()
  const desk = useDesk()
  const isSealed = useBoard(
    (s) => text.part === 'kptNotes' && s.kptNotes.some(({ id, seal }) => id === text.id && seal !== null),
  )
  // An anonymous note is its author's: the server takes other words from nobody else.
  useEffect(() => {
    if (!isSealed) return
    desk.editing.set(null)
    say(t('panels.note.sealed'))
  }, [desk, isSealed, t])
  const next = (): void => {
    if (text.part === 'kptNotes') create.note(null)
    else if (text.part === 'timeline') create.event(null)
    else if (text.part === 'actions') create.action()
    else if (text.part === 'causes') why(text.id)
  }
  return isSealed ? null : <FloatingEditor text={text} rect={rect} onNext={next} />
}
