import { type RefObject, useEffect, useRef } from 'react'
import { commandOf, type KeyCommand, takesTyping } from '../../canvas/keyMap.ts'

/** Keys of the board. `run` says whether it did something; then the browser does nothing more. */
export function useKeys(host: RefObject<HTMLElement | null>, run: (command: KeyCommand) => boolean): void {
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
      const command = commandOf(event, takesTyping(target))
      if (command === null) return
      const onButton = target instanceof Element && target.closest('button, a, summary, [role=button]')
      if (onButton && (command === 'edit' || command === 'next' || command === 'previous')) return
      const inside = target instanceof Node && (host.current?.contains(target) || target === document.body)
      if (!inside && (command === 'next' || command === 'previous' || command === 'edit')) return
      if (latest.current(command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [host])
}
