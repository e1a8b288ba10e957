import { createHash } from 'node:crypto'
import type { Guest } from '@kintsugi/protocol'

/** Who acts. `id` is what the database keeps; `name` is what people see and may change from visit to visit. */
export type Principal = { readonly id: string; readonly name: string }

/** The server's own hand: seeding and migrations. No guest can have this id. */
export const serverPrincipal: Principal = { id: '#server', name: '' }

/** A guest is recognised by the device key alone. Only its hash leaves this function. */
export function principalOf(guest: Guest): Principal {
  const id = createHash('sha256').update(`kintsugi guest\n${guest.deviceKey}`).digest('base64url')
  return { id, name: guest.name }
}
