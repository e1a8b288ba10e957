/** A key press that belongs to an input method: it must never be read as a command (229 is what older engines send). */
export function isComposing(event: {
  isComposing?: boolean
  keyCode?: number
  nativeEvent?: unknown
}): boolean {
  const native = event.nativeEvent
  const inner = native instanceof KeyboardEvent ? native : event
  return inner.isComposing === true || inner.keyCode === 229
}
