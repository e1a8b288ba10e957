import { type RefObject, useEffect, useRef } from 'react'
import type { CommandId } from './index.ts'
import { pressedCommand, takesTyping } from './keys.ts'

/** Keys of the board. `run` says whether it did something; then the browser does nothing more. */
export function useKeys(host: RefObject<HTMLElement | null>, run: (command: CommandId) => boolean): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const { target } = event
      // An open dialog or menu has the keyboard to itself.
      if (target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]')) return
      const command = pressedCommand(event, takesTyping(target))
      if (command === null) return
      const onButton = target instanceof Element && target.closest('button, a, summary, [role=button]')
      const walks = command === 'edit' || command === 'next' || command === 'previous'
      if (onButton && walks) return
      const inside = target instanceof Node && (host.current?.contains(target) || target === document.body)
      if (!inside && walks) return
      if (latest.current(command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [host])
}
