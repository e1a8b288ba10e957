import { useState } from 'react'
import { takesTyping } from '../commands/keys.ts'

/** While somebody writes in a list its rows stay where they are drawn. Spread the handlers on the list. */
export function useHeldOrder() {
  const [held, setHeld] = useState(false)
  return {
    held,
    handlers: {
      onFocus: (event: React.FocusEvent) => setHeld(takesTyping(event.target)),
      onBlur: (event: React.FocusEvent) => {
        const inside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        setHeld(inside && takesTyping(event.relatedTarget))
      },
    },
  }
}
