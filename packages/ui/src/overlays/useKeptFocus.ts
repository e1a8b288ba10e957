import { type RefObject, useEffect } from 'react'

/**
 * Gives focus back to a dialog whose focused control was disabled or removed by what it started ("Look" while it
 * looks): the browser drops focus onto the body then, and neither Esc nor Tab would reach the dialog any more.
 */
export function useKeptFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      // The browser moves focus after the frame's callbacks, so only the next one sees where it went.
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) dialog.current?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  })
}
