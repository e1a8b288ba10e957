import { type BoardId, type ItemId, itemIdSchema } from '@kintsugi/model'
import { memberSchema } from '@kintsugi/protocol'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { KeptRound, KeptRounds } from './rounds.ts'
import type { RoundRow } from './schema.ts'

const membersSchema = z.array(memberSchema)
const topicsSchema = z.array(itemIdSchema)

/** Read and written at once: what has been decided about a round is on disk before anybody is told. */
export function sqliteRounds(db: Database): KeptRounds {
  const upsert = db.prepare<[RoundRow]>(
    `insert into rounds (id, board_id, kind, mode, state, unsettled, token_key, tokens, deals, members, topics,
       opened_at, ended_at)
     values (:id, :board_id, :kind, :mode, :state, :unsettled, :token_key, :tokens, :deals, :members, :topics,
       :opened_at, :ended_at)
     on conflict (id) do update set mode = excluded.mode, state = excluded.state, unsettled = excluded.unsettled,
       deals = excluded.deals, members = excluded.members, ended_at = excluded.ended_at`,
  )
  const byId = db.prepare<[string], RoundRow>('select * from rounds where id = ?')
  const going = db.prepare<[string], RoundRow>(
    `select * from rounds where board_id = ? and state in ('opening', 'open', 'revealing', 'revealed')`,
  )
  const revealedOn = db.prepare<[string], RoundRow>(
    `select * from rounds where board_id = ? and kind = 'writing' and state in ('revealed', 'ended')`,
  )
  const unsettledOn = db.prepare<[string], RoundRow>(
    'select * from rounds where board_id = ? and unsettled = 1',
  )
  const unfinished = db.prepare<[], RoundRow>(
    `select * from rounds where state in ('opening', 'open', 'revealing', 'revealed') or unsettled = 1`,
  )
  const boards = db.prepare<[], { board_id: string }>(
    `select distinct board_id from rounds where kind = 'writing' and state in ('revealed', 'ended')`,
  )
  const countRefusal = db.prepare<[string, string, number]>(
    `insert into round_refusals (round_id, code, count) values (?, ?, ?)
     on conflict (round_id, code) do update set count = count + excluded.count`,
  )
  const refusals = db.prepare<[string], { code: string; count: number }>(
    'select code, count from round_refusals where round_id = ?',
  )
  const countAll = db.transaction((counts: readonly (readonly [ItemId, string, number])[]) => {
    for (const count of counts) countRefusal.run(...count)
  })
  const found = (row: RoundRow | undefined): KeptRound | undefined => row && keptOf(row)
  return {
    keep: (round) => void upsert.run(rowOf(round)),
    find: (id) => found(byId.get(id)),
    going: (boardId) => found(going.get(boardId)),
    revealedOn: (boardId) => revealedOn.all(boardId).map(keptOf),
    unsettledOn: (boardId) => unsettledOn.all(boardId).map(keptOf),
    unfinished: () => unfinished.all().map(keptOf),
    boardsWithNotes: () => boards.all().map((row): BoardId => row.board_id),
    addRefusals: (counts) => countAll.immediate(counts),
    refusalsOf: (id) => Object.fromEntries(refusals.all(id).map(({ code, count }) => [code, count])),
  }
}

function keptOf(row: RoundRow): KeptRound {
  return {
    id: row.id,
    boardId: row.board_id,
    kind: row.kind,
    mode: row.mode,
    state: row.state,
    unsettled: row.unsettled === 1,
    tokenKey: row.token_key,
    tokens: row.tokens,
    deals: row.deals,
    members: membersSchema.parse(JSON.parse(row.members)),
    topics: topicsSchema.parse(JSON.parse(row.topics)),
    openedAt: row.opened_at,
    endedAt: row.ended_at,
  }
}

function rowOf(round: KeptRound): RoundRow {
  return {
    id: round.id,
    board_id: round.boardId,
    kind: round.kind,
    mode: round.mode,
    state: round.state,
    unsettled: round.unsettled ? 1 : 0,
    token_key: round.tokenKey,
    tokens: round.tokens,
    deals: round.deals,
    members: JSON.stringify(round.members),
    topics: JSON.stringify(round.topics),
    opened_at: round.openedAt,
    ended_at: round.endedAt,
  }
}
