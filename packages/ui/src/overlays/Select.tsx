import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import type { Choice } from '../ChoiceChips.tsx'

export interface SelectProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T
  onChoose: (value: T) => void
  disabled?: boolean
  hideLabel?: boolean
  testId?: string
}
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, choices, value, onChoose, disabled = false, hideLabel = false, testId } = props
  return (
    <AriaSelect
      className="k-field"
      data-testid={testId}
      value={value}
      isDisabled={disabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key)
        if (chosen) onChoose(chosen.value)
      }}
    >
      <Label className={hideLabel ? 'sr-only' : 'k-label'}>{label}</Label>
      <Button className="k-input flex items-center gap-2">
        <SelectValue className="min-w-0 flex-1 truncate text-start" />
        <ChevronDown size={15} className="flex-none text-mute" aria-hidden="true" />
      </Button>
      <Popover className="k-popover" offset={5}>
        <ListBox className="outline-none" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className="k-option">
              {({ isSelected }) => (
                <>
                  <span className="k-option-mark">{isSelected && <Check size={14} />}</span>
                  {choice.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
