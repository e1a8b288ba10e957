import { presenceSchema } from '@kintsugi/protocol'
import type { Grant } from '../access/tickets.ts'

const stateBytes = 2048

/**
 * Leaves of an awareness message what its sender may say: the own state, in the shape of presence, under the name and
 * principal the ticket was issued to. The rest of it goes nowhere: others' states, and the empty one that Hocuspocus'
 * own decoding adds.
 */
export function stampPresence(states: Map<number, Record<string, unknown>>, grant: Grant): void {
  const own = states.get(grant.clientId)
  states.clear()
  if (own === undefined || JSON.stringify(own).length > stateBytes) return
  const presence = presenceSchema.safeParse(own)
  if (!presence.success) return
  states.set(grant.clientId, { ...presence.data, principal: grant.principal.id, name: grant.principal.name })
}
