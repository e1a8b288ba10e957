import type { BoardId, Problem } from '@kintsugi/model'
import type { Principal } from './guests.ts'

/** What a redeemed ticket allows: this principal, on this board, writing under this Yjs client id. */
export type Grant = {
  readonly boardId: BoardId
  readonly clientId: number
  readonly principal: Principal
  /** Ends the reusable ticket it came from: what its holder has will never be taken, and need not come again. */
  readonly spend?: (code: string) => void
}

export type IssuedTicket = { ticket: string; expiresInSeconds: number }

export interface Tickets {
  /**
   * Refused with `boardUnknown` or `clientIdTaken` (the id belongs to somebody else's edits: take a fresh one), and,
   * where it is to be reusable, `storageUnavailable`.
   */
  issue(grant: Grant, options?: { reusable?: boolean }): IssuedTicket | { problem: Problem }
  /** Single use: a second call with the same ticket finds nothing. */
  redeem(ticket: string): Grant | undefined
  /** A reusable ticket, as often as it is shown until its time is over; or a single-use one. `denied`: why not. */
  redeemAgain(ticket: string): Grant | { denied: string }
}
