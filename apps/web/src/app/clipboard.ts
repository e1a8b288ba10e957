/** Puts words into the clipboard; false where the browser does not let us: forbidden, or plain http, which has none. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Whoever asked has another way to offer, and says so.
    return false
  }
}
