import type { Problem } from '@kintsugi/model'
import * as Y from 'yjs'
import { type Link, whenSynced } from './link.ts'
import { ProblemError, problemOf } from './problemError.ts'
import type { RecoveredDraft } from './recoveredDrafts.ts'
import { openReplica, type Replica } from './replica.ts'

/** More refusals than this within a minute are a fault of ours: starting over again and again would help nobody. */
const inARow = 3
const rowMs = 60_000

export interface RefusalsOptions {
  readonly boardId: string
  readonly draftId: () => string
  readonly current: () => Replica
  readonly connect: (replica: Replica) => Link
  /** Nothing more of the refused document is sent. */
  readonly stop: () => void
  /** The clean document takes its place. */
  readonly adopt: (clean: Replica, link: Link) => Promise<void>
  readonly tell: (problem: Problem) => void
}

export interface Refusals {
  onRefused(problem: Problem): Promise<void>
  close(): void
}

/**
 * The server refused an own edit for good. Sending it again would be refused again, and everything typed after it with
 * it; dropping it would lose work. So the document as it is becomes a draft on this device, and the session goes on
 * with the server's.
 */
export function createRefusals(options: RefusalsOptions): Refusals {
  let recovering = false
  let closed = false
  let unfinished: (() => void) | null = null
  let recent: number[] = []

  async function recover(problem: Problem): Promise<void> {
    const old = options.current()
    const draft = {
      id: options.draftId(),
      boardId: options.boardId,
      savedAt: new Date().toISOString(),
      problem,
    }
    // With nothing outstanding (an unlucky client id) there is nothing to keep.
    let drafted = old.ledger.outstanding.get() > 0
    options.stop()
    // Safe first; the rest may wait for the network.
    let kept = drafted ? await setAside(old, draft) : old.ledger.latest
    const clean = openReplica()
    const link = options.connect(clean)
    unfinished = () => {
      link.close()
      clean.destroy()
    }
    await whenSynced(link)
    if (closed) return
    // What was typed meanwhile belongs to the draft as well.
    while (kept < old.ledger.latest) {
      drafted = true
      kept = await setAside(old, draft)
    }
    if (closed) return
    unfinished = null
    if (drafted) options.tell(problem)
    await options.adopt(clean, link)
  }

  return {
    async onRefused(problem) {
      if (recovering || closed) return
      recovering = true
      const now = performance.now()
      recent = [...recent.filter((at) => now - at < rowMs), now]
      try {
        if (recent.length > inARow) {
          options.stop()
          options.tell(problemOf('refusedAgain'))
          // For good: `recovering` stays, the document stays on the screen, the person exports it.
          return
        }
        await recover(problem)
        recovering = false
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        options.tell(problemOf('draftNotKept'))
      }
    },
    close() {
      closed = true
      unfinished?.()
    },
  }
}

/** Resolves to the ledger's number of the latest edit that the draft holds. */
async function setAside(replica: Replica, draft: RecoveredDraft): Promise<number> {
  const { latest } = replica.ledger
  if (!replica.store) throw new ProblemError(problemOf('draftNotKept'))
  await replica.store.setAside(draft, Y.encodeStateAsUpdate(replica.doc))
  return latest
}
