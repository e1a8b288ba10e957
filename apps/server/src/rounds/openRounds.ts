import type { BoardId, ItemId } from '@kintsugi/model'
import type { Logger } from 'pino'
import { type Collab, CollabProblem } from '../collab/collab.ts'
import type { Meetings } from '../practice/meetings.ts'
import { refused } from '../refused.ts'
import type { KeptRounds } from '../storage/rounds.ts'
import type { Storage } from '../storage/storage.ts'
import { inLines } from '../turns.ts'
import type { Vault } from '../vault/vault.ts'
import { Counts } from './counts.ts'
import { company, Delivery } from './delivery.ts'
import { roundDesk } from './desk.ts'
import { leading } from './leading.ts'
import type { RoundAnswer, Rounds } from './rounds.ts'

/** How often numbers are told, and what waits in company goes out. */
export const roundBeatMs = 10_000

type Parts = {
  storage: { readonly rounds: KeptRounds; readonly vault: Vault } & Pick<Storage, 'isFinal'>
  collab: Pick<Collab, 'change' | 'snapshot' | 'state'>
  /** Opened before the rounds are, or after them. */
  meetings: () => Pick<Meetings, 'facilitatorOf' | 'there' | 'tell' | 'change'>
  newId: () => ItemId
  now: () => number
  log: Logger
}

export function openRounds(parts: Parts): Rounds {
  const { collab, meetings, newId, now, log } = parts
  const { rounds: kept, vault } = parts.storage
  const counts = new Counts(kept, (id) => vault.count(id))
  const delivery = new Delivery({ collab, kept, vault })
  /** Boards where something waits, or could not be done yet. */
  const restless = new Set<BoardId>()
  const { of, open, act, end, resume } = leading({
    ...{ kept, vault, collab, meetings, newId, now, counts, delivery, trouble },
    restless: (boardId) => void restless.add(boardId),
  })
  const lineOf = inLines()
  /** One act on a board after the other: what one has decided, the next one finds. */
  const serially = <T>(boardId: BoardId, work: () => Promise<T>): Promise<T> => lineOf(boardId)(work)

  function trouble(boardId: BoardId, error: unknown): void {
    // What was decided is kept, and tried again with the next beat.
    log.warn({ err: error, board: boardId }, 'what a round has decided is not on the board yet')
  }

  /** Counting is no reason to stop; what could not be counted is, with the next beat. */
  function counting(work: () => void): void {
    try {
      work()
    } catch (error) {
      log.warn({ err: error }, 'what has come in, or was refused, in rounds could not be counted yet')
    }
  }

  async function calm(boardId: BoardId): Promise<void> {
    // A final board takes nothing; it stays on the list for when it is opened again.
    if (parts.storage.isFinal(boardId)) return
    for (const round of kept.unsettledOn(boardId)) {
      await resume(round)
      meetings().tell(boardId)
    }
    const waiting = vault.waiting(boardId)
    // Three words of one who is there alone are no company.
    if (waiting >= company && meetings().there(boardId).length >= company) await delivery.bring(boardId)
    if (waiting === 0) restless.delete(boardId)
  }

  const attempt = (boardId: BoardId, work: () => Promise<void>): Promise<void> =>
    serially(boardId, work).catch((error: unknown) => trouble(boardId, error))

  return {
    ...roundDesk({ kept, vault, counts, late: (boardId) => void restless.add(boardId) }),
    of,
    open: (boardId, given, by) => serially(boardId, () => answered(() => open(boardId, given, by))),
    act: (boardId, roundId, given, by) =>
      serially(boardId, async () => {
        await collab.state(boardId)
        const round = kept.find(roundId)
        if (round?.boardId !== boardId || round.state === 'opening') return refused('roundUnknown')
        return answered(() => act(round, given, by))
      }),
    settle: (boardId) =>
      serially(boardId, async () => {
        const round = kept.going(boardId)
        if (round !== undefined && round.state !== 'revealed')
          throw new CollabProblem(refused('roundOpen').problem)
        if (round === undefined) await delivery.bring(boardId)
        else {
          await end(round)
          meetings().tell(boardId)
        }
      }),
    isOpen: (boardId) => !['revealed', undefined].includes(kept.going(boardId)?.state),
    deliver: (boardId) => attempt(boardId, () => delivery.bring(boardId)),
    async recover() {
      for (const round of kept.unfinished()) {
        counts.look(round.id)
        await attempt(round.boardId, () => resume(round))
      }
      for (const boardId of kept.boardsWithNotes()) if (vault.waiting(boardId) > 0) restless.add(boardId)
    },
    async beat() {
      counting(() => {
        for (const boardId of counts.beat()) meetings().tell(boardId)
      })
      counting(() => counts.keepRefusals())
      for (const boardId of [...restless]) await attempt(boardId, () => calm(boardId))
    },
    close: () => counting(() => counts.keepRefusals()),
  }
}

/** A board that cannot be written is an answer to whoever leads the round. */
async function answered(work: () => Promise<RoundAnswer>): Promise<RoundAnswer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CollabProblem) return { problem: error.problem }
    throw error
  }
}
