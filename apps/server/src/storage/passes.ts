import type { BoardId } from '@kintsugi/model'

/** A reusable ticket as it is kept: whoever reads the database cannot come in with it. */
export type StoredPass = {
  /** SHA-256 of the ticket, base64url. */
  readonly hash: string
  readonly boardId: BoardId
  readonly clientId: number
  readonly principalId: string
  readonly name: string
}

/** Instants are milliseconds since 1970. */
export interface Passes {
  keep(pass: StoredPass, expiresAt: number, now: number): void
  /** Undefined where there is none, or its time is over. `spentBy`: code of the refusal that ended it. */
  find(hash: string, now: number): (StoredPass & { readonly spentBy: string | undefined }) | undefined
  spend(hash: string, code: string): void
  /** Whether this is the hash of a link's secret: good for reading pages, and for no socket. */
  isReadingLink(secretHash: string): boolean
}
