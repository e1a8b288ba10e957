import type { BoardId } from '@kintsugi/model'
import type { Database } from 'better-sqlite3'
import type { Clients } from './clients.ts'
import type { Claim } from './updateLog.ts'

/** Bindings are read through a cache: the gate asks for one on every update. */
export class SqliteClients implements Clients {
  readonly #bindings = new Map<BoardId, Map<number, string>>()
  readonly #select
  readonly #insert
  readonly #replace

  constructor(db: Database) {
    this.#select = db.prepare<[string], { client_id: number; principal: string }>(
      'select client_id, principal from client_ids where board_id = ?',
    )
    this.#insert = db.prepare<[string, number, string]>(
      'insert into client_ids (board_id, client_id, principal) values (?, ?, ?) on conflict do nothing',
    )
    this.#replace = db.prepare<[string, number, string]>(
      'insert or replace into client_ids (board_id, client_id, principal) values (?, ?, ?)',
    )
  }

  ownerOf(boardId: BoardId, clientId: number): string | undefined {
    return this.#of(boardId).get(clientId)
  }

  bind(boardId: BoardId, claim: Claim): boolean {
    const owner = this.ownerOf(boardId, claim.clientId)
    if (owner !== undefined) return owner === claim.principalId
    this.save(boardId, claim)
    this.claim(boardId, claim)
    return true
  }

  claim(boardId: BoardId, { clientId, principalId }: Claim): void {
    this.#of(boardId).set(clientId, principalId)
  }

  seize(boardId: BoardId, clientIds: readonly number[], principalId: string): void {
    for (const clientId of clientIds) {
      this.#of(boardId).set(clientId, principalId)
      this.#replace.run(boardId, clientId, principalId)
    }
  }

  forget(boardId: BoardId): void {
    this.#bindings.delete(boardId)
  }

  /** Within the transaction that appends the first edit made under the id. */
  save(boardId: BoardId, { clientId, principalId }: Claim): void {
    this.#insert.run(boardId, clientId, principalId)
  }

  /** After a failed append the cache holds claims that are not on disk. */
  forgetUnsaved(): void {
    this.#bindings.clear()
  }

  #of(boardId: BoardId): Map<number, string> {
    let bindings = this.#bindings.get(boardId)
    if (bindings === undefined) {
      bindings = new Map(this.#select.all(boardId).map((row) => [row.client_id, row.principal]))
      this.#bindings.set(boardId, bindings)
    }
    return bindings
  }
}
