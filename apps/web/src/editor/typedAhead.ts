/** What somebody types right behind the key that opens a text, before its editor is there: kept, and put into it. */
let ahead = ''

export function takeTypedAhead(): string {
  const typed = ahead
  ahead = ''
  return typed
}

/** Listens while a text is opening; the editor takes what was typed as soon as it has its caret. */
export function keepTypedAhead(): () => void {
  ahead = ''
  const onKey = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey || event.altKey
    const written =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')
    if (command || written || event.isComposing || event.key.length !== 1) return
    ahead += event.key
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}
