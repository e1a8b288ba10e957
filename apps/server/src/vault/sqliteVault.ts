import { type ItemId, invariant } from '@kintsugi/model'
import type { Ballot } from '@kintsugi/protocol'
import type { Database } from 'better-sqlite3'
import { refused } from '../refused.ts'
import { AnonymousNotes } from './anonymousNotes.ts'
import { mixed } from './mix.ts'
import { Revealing } from './revealing.ts'
import type { Random } from './shuffled.ts'
import { SignedNotes } from './signedNotes.ts'
import { vaultStatements } from './statements.ts'
import { TokenDesk } from './tokenDesk.ts'
import { Traces } from './traces.ts'
import type { Taken, Vault } from './vault.ts'

/** The vault in the storage's database. */
export function sqliteVault(db: Database, random: Random): Vault {
  const rows = vaultStatements(db)
  const desk = new TokenDesk(rows, random)
  const anonymous = new AnonymousNotes(rows, desk)
  const signed = new SignedNotes(rows, desk, random)
  const revealing = new Revealing(rows, random)
  const traces = new Traces(db)

  /** All of it or nothing, and on disk when it returns. */
  function written<T>(act: () => T): T {
    // Inside somebody else's transaction ours would be a savepoint, and not on disk yet.
    invariant(!db.inTransaction, 'no transaction on the database is left open across turns')
    const result = db.transaction(act).immediate()
    traces.remove()
    return result
  }
  /** As `written`, for what somebody has just sent: when it came, before or after which other, is read from nothing. */
  function hidden(roundId: ItemId, act: () => Taken): Taken {
    return written(() => {
      const answer = mixed({ rows, random }, roundId, act)
      if ('taken' in answer) traces.leave()
      return answer
    })
  }
  /** As `written`; what led up to it is nobody's business any more. */
  function writtenForGood(act: () => void): void {
    traces.leave()
    written(act)
  }

  function vote(boardId: string, roundId: ItemId, ballot: Ballot, topics: ReadonlySet<ItemId>): Taken {
    const found = desk.roundAt(boardId, roundId, 'voting')
    if ('problem' in found) return found
    const { token, topic } = ballot
    if (topic !== null && !topics.has(topic)) return refused('topicUnknown')
    const mark = desk.markOf(roundId, token)
    if (rows.ballot.get(roundId, mark) !== undefined) rows.moveBallot.run(topic, roundId, mark)
    else if (desk.isGood(found.round, token)) rows.addBallot.run(roundId, mark, topic)
    else return refused('tokenInvalid')
    return { taken: true }
  }
  const tally = (roundId: ItemId): Record<ItemId, number> =>
    Object.fromEntries(rows.tally.all(roundId).map(({ topic, votes }) => [topic, votes]))

  return {
    open: (round) => written(() => desk.open(round)),
    knows: (boardId, roundId) => rows.round.get(roundId)?.board_id === boardId,
    deal: (round, request) => written(() => desk.deal(round, request)),
    postNote: (boardId, roundId, note) => hidden(roundId, () => anonymous.post(boardId, roundId, note)),
    postSigned: (boardId, roundId, author, note) =>
      hidden(roundId, () => signed.post(boardId, roundId, author, note)),
    ownSigned: (roundId, principal) => signed.own(roundId, principal),
    changeSigned: (roundId, principal, id, text) =>
      hidden(roundId, () => signed.change(roundId, principal, id, text)),
    vote: (boardId, roundId, ballot, topics) => hidden(roundId, () => vote(boardId, roundId, ballot, topics)),
    change: (boardId, roundId, change) => hidden(roundId, () => anonymous.change(boardId, roundId, change)),
    count(roundId) {
      // Asked again and again while a round is held: whoever was in the way the last time has gone by now.
      traces.remove()
      const votes = Object.values(tally(roundId)).reduce((sum, one) => sum + one, 0)
      return votes + rows.notes.all(roundId).length + rows.signed.all(roundId).length
    },
    waiting: (boardId) => rows.roundsOf.all(boardId).reduce((sum, { id }) => sum + revealing.waiting(id), 0),
    prepare: (roundId) => written(() => revealing.prepare(roundId)),
    revealed: (roundId) => writtenForGood(() => revealing.revealed(roundId)),
    seals: (roundId) => rows.notes.all(roundId).flatMap(({ seal }) => seal ?? []),
    tally,
    end: (roundId) => writtenForGood(() => desk.destroy(roundId)),
    cancel: (roundId) =>
      writtenForGood(() => {
        desk.destroy(roundId)
        for (const statement of rows.destroyWords) statement.run(roundId)
      }),
  }
}
