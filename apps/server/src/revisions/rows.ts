import type { BoardId } from '@kintsugi/model'
import { glanceSchema, type RevisionCard } from '@kintsugi/protocol'
import type { Kysely } from 'kysely'
import { CollabProblem } from '../collab/collab.ts'
import type { RevisionRow, Schema } from '../storage/schema.ts'
import type { Storage } from '../storage/storage.ts'
import { isStorageFailure } from '../storage/storageFailure.ts'

export type StoredRevision = { card: RevisionCard; bytes: Uint8Array }
type CardRow = Omit<RevisionRow, 'bytes'>

const cardColumns = [
  'board_id',
  'number',
  'title',
  'glance',
  'hash',
  'previous_hash',
  'finalized_at',
  'finalized_by',
] as const

const cardOf = (row: CardRow): RevisionCard => ({
  boardId: row.board_id,
  number: row.number,
  title: row.title,
  hash: row.hash,
  previousHash: row.previous_hash,
  finalizedAt: row.finalized_at,
  finalizedBy: row.finalized_by,
  glance: glanceSchema.parse(JSON.parse(row.glance)),
})

/** With it the board is final. */
export function insertRevision(storage: Pick<Storage, 'addRevision'>, { card, bytes }: StoredRevision): void {
  try {
    storage.addRevision({
      board_id: card.boardId,
      number: card.number,
      title: card.title,
      glance: JSON.stringify(card.glance),
      bytes,
      hash: card.hash,
      previous_hash: card.previousHash,
      finalized_at: card.finalizedAt,
      finalized_by: card.finalizedBy,
    })
  } catch (error) {
    if (!isStorageFailure(error)) throw error
    throw Object.assign(new CollabProblem({ code: 'storageUnavailable', args: {}, line: null }), {
      cause: error,
    })
  }
}

export async function revisionCards(db: Kysely<Schema>, boardId: BoardId): Promise<RevisionCard[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(cardColumns)
    .where('board_id', '=', boardId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(cardOf)
}

export async function latestCards(db: Kysely<Schema>): Promise<RevisionCard[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(cardColumns)
    .where('number', '=', (query) =>
      query
        .selectFrom('revisions as same')
        .select(({ fn }) => fn.max('same.number').as('latest'))
        .whereRef('same.board_id', '=', 'revisions.board_id'),
    )
    .orderBy('finalized_at', 'desc')
    .execute()
  return rows.map(cardOf)
}

export async function revisionRow(
  db: Kysely<Schema>,
  boardId: BoardId,
  number: number | 'latest',
): Promise<StoredRevision | undefined> {
  const rows = db.selectFrom('revisions').selectAll().where('board_id', '=', boardId)
  const row = await (number === 'latest' ? rows : rows.where('number', '=', number))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { card: cardOf(row), bytes: row.bytes }
}
