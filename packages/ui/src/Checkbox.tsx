import type { ReactNode } from 'react'

export interface CheckboxProps {
  checked: boolean
  onToggle: (checked: boolean) => void
  disabled?: boolean
  children: ReactNode
}
export function Checkbox({ checked, onToggle, disabled, children }: CheckboxProps) {
  return (
    <label className="flex cursor-pointer items-center gap-2 text-[13px] text-soft">
      <input
        type="checkbox"
        className="size-4 accent-(--gold)"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
