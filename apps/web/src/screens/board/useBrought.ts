import { useEffect } from 'react'
import type { Brought } from '../../import/brought.ts'

/** Where what is pasted or dropped goes into the text there. */
const writing = 'input, textarea, select, [contenteditable="true"], [role="dialog"]'

/** A file dropped on the board, or a text pasted on it: taken where nobody is writing and nothing else is open. */
export function useBrought(take: ((brought: Brought) => void) | null): void {
  useEffect(() => {
    const isElsewhere = (event: Event): boolean =>
      event.target instanceof Element && event.target.closest(writing) !== null
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent): void => {
      // Or the browser leaves the board and shows the file.
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file && take && !isElsewhere(event)) take({ file })
    }
    const paste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event) || take === null) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '') return
      event.preventDefault()
      take({ text })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [take])
}
