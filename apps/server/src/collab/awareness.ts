import { presenceSchema } from '@kintsugi/protocol'
import type { Grant } from '../access/tickets.ts'

const stateBytes = 2048

/**
 * Leaves of an awareness message what its sender may say: one state, the own one, in the shape of presence, under the
 * name and principal the ticket was issued to. The rest of it goes nowhere.
 */
export function stampPresence(states: Map<number, Record<string, unknown>>, grant: Grant): void {
  const own = states.get(grant.clientId)
  const whole = states.size === 1 && own !== undefined && JSON.stringify(own).length <= stateBytes
  states.clear()
  const presence = whole ? presenceSchema.safeParse(own) : undefined
  if (presence?.success !== true) return
  states.set(grant.clientId, { ...presence.data, principal: grant.principal.id, name: grant.principal.name })
}
