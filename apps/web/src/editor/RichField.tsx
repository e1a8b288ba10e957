import type { TextRef } from '@kintsugi/board'
import { plainTextOf, type RichText } from '@kintsugi/model'
import { useEffect, useId, useState } from 'react'
import { useSession } from '../board/boardContext.tsx'
import { ProseEditor } from './ProseEditor.tsx'
import { TextView } from './TextView.tsx'

export interface RichFieldProps {
  label: string
  text: TextRef
  value: RichText
  placeholder?: string
  /** What to write about. */
  hint?: string | undefined
  disabled?: boolean
}
/** A rich text in a panel: it reads as text until it is entered, then it is the editor. */
export function RichField({ label, text, value, placeholder = '', hint, disabled = false }: RichFieldProps) {
  const id = useId()
  const [writing, setWriting] = useState(false)
  const { presence } = useSession()
  const name = 'id' in text ? `${text.id}.${text.field}` : `incident.${text.field}`
  useEffect(() => {
    if (!writing) return
    presence.tell({ editing: name })
    return () => presence.tell({ editing: null })
  }, [writing, presence, name])
  return (
    <div className="k-field">
      <span id={id} className="k-label">
        {label}
      </span>
      {hint && (
        <p id={`${id}-hint`} className="k-hint">
          {hint}
        </p>
      )}
      {writing && !disabled ? (
        <div className="k-input k-prose" data-testid={`text-${text.field}`}>
          <ProseEditor text={text} label={label} autoFocus onDone={() => setWriting(false)} />
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: it holds paragraphs and lists, which an <input> cannot
        <div
          role="textbox"
          aria-multiline="true"
          aria-readonly={disabled}
          aria-labelledby={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          tabIndex={0}
          className="k-input cursor-text"
          data-testid={`text-${text.field}`}
          onFocus={() => !disabled && setWriting(true)}
        >
          <TextView text={value} empty={plainTextOf(value) === '' ? placeholder : ''} />
        </div>
      )}
    </div>
  )
}
