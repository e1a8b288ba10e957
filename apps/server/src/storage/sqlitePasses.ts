import type { Database } from 'better-sqlite3'
import type { Passes, StoredPass } from './passes.ts'

/** More than this many at once: the ones that end first make room. */
const most = 20_000

type Row = { board_id: string; client_id: number; principal: string; name: string; spent_by: string | null }

export function sqlitePasses(db: Database): Passes {
  const insert = db.prepare<[string, string, number, string, string, number]>(
    `insert into passes (hash, board_id, client_id, principal, name, spent_by, expires_at)
     values (?, ?, ?, ?, ?, null, ?)`,
  )
  const select = db.prepare<[string, number], Row>(
    'select board_id, client_id, principal, name, spent_by from passes where hash = ? and expires_at > ?',
  )
  const expire = db.prepare<[number]>('delete from passes where expires_at <= ?')
  const makeRoom = db.prepare<[number]>(
    `delete from passes where hash in
       (select hash from passes order by expires_at desc limit -1 offset ?)`,
  )
  const spend = db.prepare<[string, string]>('update passes set spent_by = ? where hash = ?')
  const link = db.prepare<[string], { id: string }>('select id from share_links where secret_hash = ?')
  const keep = db.transaction((pass: StoredPass, expiresAt: number, now: number) => {
    expire.run(now)
    makeRoom.run(most - 1)
    insert.run(pass.hash, pass.boardId, pass.clientId, pass.principalId, pass.name, expiresAt)
  })
  return {
    keep: (pass, expiresAt, now) => keep.immediate(pass, expiresAt, now),
    find(hash, now) {
      const row = select.get(hash, now)
      if (row === undefined) return undefined
      return {
        hash,
        boardId: row.board_id,
        clientId: row.client_id,
        principalId: row.principal,
        name: row.name,
        spentBy: row.spent_by ?? undefined,
      }
    },
    spend: (hash, code) => void spend.run(code, hash),
    isReadingLink: (secretHash) => link.get(secretHash) !== undefined,
  }
}
