import type { Guest } from '@kintsugi/protocol'
import { digest } from 'lib0/hash/sha256'

/** The id under which the server knows this person, and others see them; as the server makes it from the device key. */
export function ownPrincipal({ deviceKey }: Guest): string {
  const hash = digest(new TextEncoder().encode(`kintsugi guest\n${deviceKey}`))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
