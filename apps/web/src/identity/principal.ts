import type { Guest } from '@kintsugi/protocol'
import { digest } from 'lib0/hash/sha256'

/**
 * One database per person and board: unsent edits of one guest are refused when another sends them, so they must never
 * meet. Named after the device key's hash; an own implementation of SHA-256, since `crypto.subtle` is missing on plain
 * http in a local network.
 */
export function deviceStoreName(guest: Guest, boardId: string): string {
  const hash = digest(new TextEncoder().encode(guest.deviceKey))
  const principal = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `kintsugi/${principal}/${boardId}`
}
