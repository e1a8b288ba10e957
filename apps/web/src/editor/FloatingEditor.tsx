import { useCallback, useEffect, useRef } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useDesk, useSession } from '../board/boardContext.tsx'
import type { ItemText } from '../board/desk.ts'
import type { Rect } from '../canvas/geometry.ts'
import { ProseEditor } from './ProseEditor.tsx'

export interface FloatingEditorProps {
  text: ItemText
  rect: Rect
  /** Mod+Enter: this one is done, on with the next. */
  onNext: () => void
}

/**
 * The one editor on the canvas. It lies over its item and not in it: whatever happens to the item's node (culling,
 * drawing again, a move by somebody else), the caret stays.
 */
export function FloatingEditor({ text, rect, onNext }: FloatingEditorProps) {
  const { t } = useWords()
  const desk = useDesk()
  const { presence } = useSession()
  const host = useRef<HTMLDivElement>(null)

  useEffect(() => {
    presence.tell({ editing: `${text.id}.${text.field}` })
    return () => presence.tell({ editing: null })
  }, [presence, text.id, text.field])

  /** An editor that goes also loses its focus, and says so late: it must not close the one that came after it. */
  const done = useCallback((): void => {
    const now = desk.editing.get()
    if (now?.id === text.id && now.field === text.field) desk.editing.set(null)
  }, [desk, text.id, text.field])

  // A press anywhere else means: done.
  useEffect(() => {
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && !host.current?.contains(event.target)) done()
    }
    window.addEventListener('pointerdown', away, true)
    return () => window.removeEventListener('pointerdown', away, true)
  }, [done])

  const width = Math.max(rect.width, 200)
  return (
    <div
      ref={host}
      className="k-floating-editor k-prose nopan nodrag nowheel"
      data-testid="floating-editor"
      style={{ left: rect.x - (width - rect.width) / 2, top: rect.y, width, minHeight: rect.height }}
    >
      <ProseEditor
        text={text}
        label={t('board.writing')}
        autoFocus
        onDone={done}
        onNext={() => {
          done()
          onNext()
        }}
      />
    </div>
  )
}
