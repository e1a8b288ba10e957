interface PressFacts {
  isComposing?: boolean
  keyCode?: number
}

/** A key press that belongs to an input method: it must never be read as a command (229 is what older engines send). */
export function isComposing(event: PressFacts & { nativeEvent?: PressFacts }): boolean {
  const press = event.nativeEvent ?? event
  return press.isComposing === true || press.keyCode === 229
}
