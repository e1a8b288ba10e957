import type { Presence } from '@kintsugi/protocol'
import type { Readable } from '../live/readable.ts'

/** Somebody else's tab. `clientId` is unique per tab, `principal` per person; one person may have several tabs. */
export interface OtherPresence extends Presence {
  readonly clientId: number
}

/** Who is here and what they do now; never stored. `name` and `principal` are stamped by the server. */
export interface PresenceChannel {
  /** Cursors and drags leave at most 20 times a second, the latest wins; everything else at once. */
  tell(patch: Partial<Omit<Presence, 'name' | 'principal'>>): void
  readonly others: Readable<readonly OtherPresence[]>
}
