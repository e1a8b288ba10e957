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
  const next = (): void => {
    if (text.part === 'kptNotes') create.note(null)
    else if (text.part === 'timeline') create.event(null)
    else if (text.part === 'actions') create.action()
    else if (text.part === 'causes') why(text.id)
  }
  return <FloatingEditor text={text} rect={rect} onNext={next} />
}
