import type { Guest } from '@kintsugi/protocol'
import { digest } from 'lib0/hash/sha256'
import { base64url } from '../app/base64url.ts'

/** The id under which the server knows this person, and others see them; as the server makes it from the device key. */
export function ownPrincipal({ deviceKey }: Guest): string {
  return base64url(digest(new TextEncoder().encode(`kintsugi guest\n${deviceKey}`)))
}
