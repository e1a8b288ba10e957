import { type ComponentProps, useEffect, useRef, useState } from 'react'

export interface DayInputProps
  extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'onBlur'> {
  /** YYYY-MM-DD; empty for none. */
  value: string
  /** Called once a whole day stands there, or the field is left empty. */
  onCommit: (day: string) => void
}

/**
 * A day. The browser's field says a day at every digit of the year (0002, 0020, 0202), and none while a part of it is
 * empty: that is a draft, and not for others to see.
 */
export function DayInput({ value, onCommit, ...input }: DayInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const leave = (): void => {
    setDraft(null)
    if (draft === '' && value !== '') onCommit('')
  }
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  // Selecting something else unmounts the field before it loses its focus.
  useEffect(() => () => latest.current(), [])
  return (
    <input
      {...input}
      type="date"
      value={draft ?? value}
      onBlur={leave}
      onChange={({ target: { value: day } }) => {
        const isWhole = /^[1-9]\d{3,}-/.test(day)
        setDraft(isWhole ? null : day)
        if (isWhole && day !== value) onCommit(day)
      }}
    />
  )
}
