/** Hands a text to the browser as a file. */
export function saveAs(fileName: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken the address over by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
