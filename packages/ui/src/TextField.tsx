import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from './composing.ts'

export interface TextFieldProps {
  label: string
  value: string
  /** Called once, when the person is done: Enter, or leaving the field. A returned text says what is wrong and keeps the draft. */
  onCommit: (value: string) => string | undefined
  placeholder?: string
  hint?: ReactNode
  rows?: number
  maxLength?: number
  disabled?: boolean
  hideLabel?: boolean
  inputMode?: 'text' | 'url' | 'numeric'
  list?: readonly string[]
  className?: string
  testId?: string
}

/** A text that is written as one value. The draft is the person's until it is committed: what others change meanwhile waits. */
export function TextField(props: TextFieldProps) {
  const { label, value, onCommit, placeholder, hint, rows, maxLength, disabled, hideLabel, list } = props
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | undefined>()
  const latest = useRef({ draft, value, onCommit })
  useEffect(() => {
    latest.current = { draft, value, onCommit }
  })

  const commit = (): void => {
    const { draft: text, value: before } = latest.current
    if (text === null || text === before) {
      setDraft(null)
      setWrong(undefined)
      return
    }
    const answer = latest.current.onCommit(text)
    setWrong(answer)
    if (answer === undefined) setDraft(null)
  }
  // Selecting something else unmounts the field before it loses its focus: what was typed is kept all the same.
  useEffect(
    () => () => {
      const { draft: text, value: before, onCommit: keep } = latest.current
      if (text !== null && text !== before) keep(text)
    },
    [],
  )

  const shared = {
    id,
    className: `k-input ${props.className ?? ''}`,
    value: draft ?? value,
    placeholder,
    maxLength,
    disabled,
    'aria-invalid': wrong === undefined ? undefined : true,
    'aria-describedby': hint || wrong ? `${id}-hint` : undefined,
    'data-testid': props.testId,
    onBlur: commit,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (isComposing(event)) return
      if (event.key === 'Enter' && (rows === undefined || event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        commit()
      }
      if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation()
        setDraft(null)
        setWrong(undefined)
      }
    },
  }
  return (
    <div className="k-field">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'k-label'}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...shared}
          type="text"
          inputMode={props.inputMode}
          autoComplete="off"
          list={list ? `${id}-list` : undefined}
        />
      ) : (
        <textarea {...shared} rows={rows} />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {(wrong ?? hint) && (
        <p id={`${id}-hint`} className="k-hint" data-look={wrong === undefined ? undefined : 'alarm'}>
          {wrong ?? hint}
        </p>
      )}
    </div>
  )
}
