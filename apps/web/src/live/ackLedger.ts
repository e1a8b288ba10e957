import { type Cell, createCell, type Readable } from './readable.ts'

/** How a frame carries edits: one update, or everything the other side lacks (SyncStep2). */
export type FrameKind = 'update' | 'whole'

/**
 * Which own edits the server has reported as durable. The server answers every frame that carries edits with one
 * SyncStatus, in order; so a queue of what each frame covered, popped by each answer, tells it exactly.
 * (The provider's own `unsyncedChanges` says "saved" too early in a third of the cases.)
 */
export interface AckLedger {
  /** Number of the latest own edit. */
  readonly latest: number
  readonly outstanding: Readable<number>
  /** An own edit was made, or content was found whose fate is unknown (loaded from this device). */
  edited(): number
  sent(kind: FrameKind): void
  answered(taken: boolean): void
  /** Answers still due on a closed connection never come. */
  disconnected(): void
}

export function createAckLedger(): AckLedger {
  let latest = 0
  let covered = 0
  let awaiting: { covers: number; kind: FrameKind }[] = []
  /** After a refused update the later ones prove nothing: only a whole answer covers the hole. */
  let hole = false
  const outstanding: Cell<number> = createCell(0)
  const settle = () => outstanding.set(latest - covered)

  return {
    get latest() {
      return latest
    },
    outstanding,
    edited() {
      latest += 1
      settle()
      return latest
    },
    sent(kind) {
      awaiting.push({ covers: latest, kind })
    },
    answered(taken) {
      const frame = awaiting.shift()
      if (!frame) return
      if (!taken) hole = true
      else if (frame.kind === 'whole') hole = false
      if (hole) return
      covered = Math.max(covered, frame.covers)
      settle()
    },
    disconnected() {
      awaiting = []
      // What was under way may or may not have arrived; the next connection's whole answer decides.
      hole = true
    },
  }
}
