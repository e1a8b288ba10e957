import { useCallback, useEffect, useRef } from 'react'
import { useDesk, useSession } from '../board/boardContext.tsx'
import type { ItemText } from '../board/desk.ts'
import { ProseEditor } from './ProseEditor.tsx'

export interface InlineEditorProps {
  text: ItemText
  label: string
  onNext: () => void
  onLeave: () => void
}

/** The one editor of a table or list, in the place of the text it writes. */
export function InlineEditor({ text, label, onNext, onLeave }: InlineEditorProps) {
  const desk = useDesk()
  const { presence } = useSession()
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    presence.tell({ editing: `${text.id}.${text.field}` })
    return () => presence.tell({ editing: null })
  }, [presence, text.id, text.field])

  const close = useCallback((): void => {
    // An editor that goes also loses its focus, and says so late: it must not close the one that came after it.
    const now = desk.editing.get()
    if (now?.id === text.id && now.field === text.field) desk.editing.set(null)
  }, [desk, text.id, text.field])
  return (
    <div ref={host} className="k-inline-editor k-prose" data-testid="inline-editor">
      <ProseEditor
        text={text}
        label={label}
        autoFocus
        onDone={() => {
          // Still in it: it was Esc, and not the focus going elsewhere.
          const left = host.current?.contains(document.activeElement) === true
          close()
          if (left) onLeave()
        }}
        onNext={() => {
          close()
          onNext()
        }}
      />
    </div>
  )
}
