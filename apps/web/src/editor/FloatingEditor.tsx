import { useEffect, useRef } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { ItemText } from '../board/desk.ts'
import type { Rect } from '../canvas/geometry.ts'
import { ProseEditor } from './ProseEditor.tsx'
import { useTextEditing } from './useTextEditing.ts'

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
  const done = useTextEditing(text)
  const host = useRef<HTMLDivElement>(null)

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
