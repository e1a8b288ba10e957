/** Base64url without padding, as the protocol writes all bytes. */
export function toBase64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Null where it is none, not exactly this many bytes, or not written as `toBase64url` would: bits behind the last byte
 * would let the same bytes pass as something new.
 */
export function fromBase64url(text: string, length: number): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length !== Math.ceil((length * 8) / 6)) return null
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  return toBase64url(bytes) === text ? bytes : null
}
