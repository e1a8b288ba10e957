import { useRef } from 'react'
import type { ItemText } from '../board/desk.ts'
import { ProseEditor } from './ProseEditor.tsx'
import { useTextEditing } from './useTextEditing.ts'

export interface InlineEditorProps {
  text: ItemText
  label: string
  onNext: () => void
  onLeave: () => void
}

/** The one editor of a table or list, in the place of the text it writes. */
export function InlineEditor({ text, label, onNext, onLeave }: InlineEditorProps) {
  const close = useTextEditing(text)
  const host = useRef<HTMLDivElement>(null)
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
