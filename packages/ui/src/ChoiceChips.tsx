import { useId } from 'react'

export interface Choice<T extends string> {
  value: T
  label: string
}
export interface ChoiceChipsProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T | null
  onChoose: (value: T | null) => void
  /** Choosing the chosen one again takes it back. */
  clearable?: boolean
  disabled?: boolean
}
/** One of a few, all in sight. Native radio buttons underneath: arrows, labels and forms work as they always do. */
export function ChoiceChips<T extends string>(props: ChoiceChipsProps<T>) {
  const { label, choices, value, onChoose, clearable = false, disabled = false } = props
  const name = useId()
  return (
    <fieldset className="k-field" disabled={disabled}>
      <legend className="k-label mb-1">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <label key={choice.value} className="k-chip cursor-pointer">
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
              onClick={() => clearable && choice.value === value && onChoose(null)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
