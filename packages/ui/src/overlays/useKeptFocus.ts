import { type RefObject, useEffect } from 'react'

/**
 * Gives focus back to a dialog that has lost it onto the body, where neither Esc nor Tab would reach the dialog any
 * more. Either its focused control was disabled or removed by what it started ("Look" while it looks), or it was
 * blurred to be announced anew, which react-aria does for screen readers half a second after opening, and takes back
 * only when every transition on the page has ended.
 */
export function useKeptFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const held = dialog.current
    let frame = 0
    const look = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        // The browser moves focus after the frame's callbacks, so only the next one sees where it went.
        frame = requestAnimationFrame(() => {
          if (document.activeElement === document.body) dialog.current?.focus()
        })
      })
    }
    look()
    held?.addEventListener('focusout', look)
    return () => {
      cancelAnimationFrame(frame)
      held?.removeEventListener('focusout', look)
    }
  })
}
