import type { Problem } from '@kintsugi/model'

/** A local document that the server refused in part: kept whole on this device until the person throws it away. */
export interface RecoveredDraft {
  readonly id: string
  readonly boardId: string
  /** ISO 8601 UTC. */
  readonly savedAt: string
  readonly problem: Problem
}
