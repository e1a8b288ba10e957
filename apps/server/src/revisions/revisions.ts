import { type BoardId, type BoardSnapshot, boardParts, plainTextOf, toInstant } from '@kintsugi/model'
import { type RevisionCard, revisionFormat, type Verification } from '@kintsugi/protocol'
import { type Collab, CollabProblem } from '../collab/collab.ts'
import { glanceAt } from '../collab/glances.ts'
import type { Rounds } from '../rounds/rounds.ts'
import type { Storage } from '../storage/storage.ts'
import { hashOf, sealRevision } from './document.ts'
import { insertRevision, latestCards, revisionCards, revisionRow, type StoredRevision } from './rows.ts'

export interface Revisions {
  /**
   * The next revision. Throws CollabProblem `boardUnknown`, `boardFinal`, `boardEmpty`, `roundOpen` or `storageUnavailable`; then
   * the board is as it was.
   */
  finalize(boardId: BoardId, finalizedBy: string): Promise<RevisionCard>
  /** Throws CollabProblem `boardUnknown` or `boardNotFinal`. */
  reopen(boardId: BoardId): Promise<void>
  /** Latest revision of every postmortem, newest first. */
  latest(): Promise<RevisionCard[]>
  /** Newest first. */
  of(boardId: BoardId): Promise<RevisionCard[]>
  stored(boardId: BoardId, number: number | 'latest'): Promise<StoredRevision | undefined>
  /** Hashes the stored bytes anew. */
  verify(boardId: BoardId, number: number): Promise<Verification | undefined>
}

/** Nothing that anybody wrote: no title, no text, no item beside a template's checklist. */
function isEmpty(snapshot: BoardSnapshot): boolean {
  const { title, summary, impact, lessons } = snapshot.incident
  return (
    title.trim() === '' &&
    [summary, impact, lessons].every((text) => plainTextOf(text) === '') &&
    boardParts.every((part) => part === 'checklist' || snapshot[part].length === 0)
  )
}

export function openRevisions(parts: {
  collab: Pick<Collab, 'freeze' | 'thaw'>
  storage: Pick<Storage, 'db' | 'addRevision'>
  now: () => number
  /** What is hidden must not be buried by finality. */
  rounds?: Pick<Rounds, 'settle' | 'isOpen' | 'deliver'>
}): Revisions {
  const { collab, storage, now, rounds } = parts
  const { db } = storage

  async function seal(boardId: BoardId, finalizedBy: string, snapshot: BoardSnapshot): Promise<RevisionCard> {
    // Between the settling and the freezing somebody may have opened another one.
    if (rounds?.isOpen(boardId)) throw new CollabProblem({ code: 'roundOpen', args: {}, line: null })
    if (isEmpty(snapshot)) throw new CollabProblem({ code: 'boardEmpty', args: {}, line: null })
    const [previous] = await revisionCards(db, boardId)
    const facts = {
      boardId,
      number: (previous?.number ?? 0) + 1,
      previousHash: previous?.hash ?? null,
      finalizedAt: toInstant(now()),
      finalizedBy,
    }
    const { bytes, hash } = sealRevision({ format: revisionFormat, ...facts, snapshot })
    const card = { ...facts, title: snapshot.incident.title, glance: glanceAt(snapshot), hash }
    insertRevision(storage, { card, bytes })
    return card
  }

  return {
    async finalize(boardId, finalizedBy) {
      await rounds?.settle(boardId)
      return collab.freeze(boardId, (snapshot) => seal(boardId, finalizedBy, snapshot))
    },
    async reopen(boardId) {
      await collab.thaw(boardId)
      await rounds?.deliver(boardId)
    },
    latest: () => latestCards(db),
    of: (boardId) => revisionCards(db, boardId),
    stored: (boardId, number) => revisionRow(db, boardId, number),
    async verify(boardId, number) {
      const found = await revisionRow(db, boardId, number)
      if (!found) return undefined
      const computedHash = hashOf(found.bytes)
      return { valid: computedHash === found.card.hash, storedHash: found.card.hash, computedHash }
    },
  }
}
