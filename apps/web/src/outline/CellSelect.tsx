export interface CellSelectProps<T extends string> {
  label: string
  value: T | null
  choices: readonly { value: T; label: string }[]
  /** What nothing is called, where nothing can be chosen. */
  none?: string
  disabled?: boolean
  onChoose: (value: T | null) => void
}

/** One of a few in a cell. The browser's own: a letter finds a choice, and a phone shows its wheel. */
export function CellSelect<T extends string>(props: CellSelectProps<T>) {
  const { label, value, choices, none, disabled, onChoose } = props
  return (
    <select
      className="k-ol-control"
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) =>
        onChoose(choices.find((choice) => choice.value === event.target.value)?.value ?? null)
      }
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
