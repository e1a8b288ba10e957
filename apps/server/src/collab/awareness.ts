import { presenceSchema } from '@kintsugi/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Grant } from '../access/tickets.ts'

const stateBytes = 2048

type State = Record<string, unknown>
type Told = { clientId: number; clock: number; json: string }
/** How a plain Yjs client's own words travel: beside what our clients read, since theirs and ours mean different things. */
const plainKey = 'yjs'

/**
 * Leaves of an awareness message what its sender may say: the own state, in the shape of presence, under the name and
 * principal the ticket was issued to. The rest of it goes nowhere: others' states, and the empty one that Hocuspocus'
 * own decoding adds.
 */
export function stampPresence(states: Map<number, State>, grant: Grant, plain = false): void {
  const own = states.get(grant.clientId)
  states.clear()
  if (own === undefined || JSON.stringify(own).length > stateBytes) return
  const presence = presenceSchema.safeParse(plain ? (own.board ?? {}) : own)
  if (!presence.success) return
  if (presence.data.hidden) {
    states.set(grant.clientId, presenceSchema.parse({ hidden: true }))
    return
  }
  const stamp = { principal: grant.principal.id, name: grant.principal.name }
  states.set(grant.clientId, { ...presence.data, ...stamp, ...(plain ? { [plainKey]: own } : {}) })
}

/**
 * An awareness message without what it says of others: plain clients repeat to us whatever they hear. Null where
 * nothing is left; throws where it is no such message. As long as nobody knows whose it is, it stays whole.
 */
export function ownAwareness(update: Uint8Array, clientId: number | undefined): Uint8Array | null {
  const own = readStates(update).filter((state) => clientId === undefined || state.clientId === clientId)
  for (const { json } of own) JSON.parse(json)
  return own.length === 0 ? null : writeStates(own)
}

/**
 * The states as a plain Yjs client expects them: `user.name` is who the ticket was issued to; what our clients say of the
 * canvas stands under `board`, because editors take a `cursor` for a place in their text.
 */
export function plainAwareness(update: Uint8Array): Uint8Array {
  const plain = (json: string): string => JSON.stringify(plainState(JSON.parse(json)))
  return writeStates(readStates(update).map((state) => ({ ...state, json: plain(state.json) })))
}

function plainState(state: State | null): State | null {
  if (state === null) return null
  const { [plainKey]: plain, principal, name, ...board } = state
  const said = (plain ?? { board }) as State
  const user = typeof said.user === 'object' && said.user !== null ? said.user : {}
  return { ...said, principal, name, user: { ...user, name } }
}

/** Throws where the bytes end too early. */
function readStates(update: Uint8Array): Told[] {
  const decoder = decoding.createDecoder(update)
  const count = decoding.readVarUint(decoder)
  const states = []
  for (let n = 0; n < count; n++) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    states.push({ clientId, clock, json: decoding.readVarString(decoder) })
  }
  return states
}

function writeStates(states: readonly Told[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const { clientId, clock, json } of states) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return encoding.toUint8Array(encoder)
}
