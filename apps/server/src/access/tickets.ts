import type { BoardId, Problem } from '@kintsugi/model'
import type { Principal } from './guests.ts'

/** What a redeemed ticket allows: this principal, on this board, writing under this Yjs client id. */
export type Grant = { readonly boardId: BoardId; readonly clientId: number; readonly principal: Principal }

export type IssuedTicket = { ticket: string; expiresInSeconds: number }

export interface Tickets {
  /** Refused with `boardUnknown` or `clientIdTaken` (the id belongs to somebody else's edits: take a fresh one). */
  issue(grant: Grant): IssuedTicket | { problem: Problem }
  /** Single use: a second call with the same ticket finds nothing. */
  redeem(ticket: string): Grant | undefined
}
