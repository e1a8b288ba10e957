import type { BoardId } from '@kintsugi/model'
import { type BoardCard, glanceSchema } from '@kintsugi/protocol'
import type { HttpParts } from './parts.ts'

function selectCards(db: HttpParts['db']) {
  return db
    .selectFrom('boards')
    .leftJoin('revisions', 'revisions.board_id', 'boards.id')
    .select([
      'boards.id',
      'boards.title',
      'boards.glance',
      'boards.state',
      'boards.created_at',
      'boards.updated_at',
    ])
    .select(({ fn }) => fn.max('revisions.number').as('revision'))
    .groupBy('boards.id')
}
type CardRow = Awaited<ReturnType<ReturnType<typeof selectCards>['execute']>>[number]

function cardOf(row: CardRow, present: number): BoardCard {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    revision: row.revision ?? 0,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    present,
    glance: glanceSchema.parse(JSON.parse(row.glance)),
  }
}

export async function boardCard(
  { db, collab }: Pick<HttpParts, 'db' | 'collab'>,
  boardId: BoardId,
): Promise<BoardCard | undefined> {
  const row = await selectCards(db).where('boards.id', '=', boardId).executeTakeFirst()
  return row && cardOf(row, collab.present(boardId))
}

/** Last changed first. */
export async function boardCards({ db, collab }: Pick<HttpParts, 'db' | 'collab'>): Promise<BoardCard[]> {
  const rows = await selectCards(db).orderBy('boards.updated_at', 'desc').orderBy('boards.id').execute()
  return rows.map((row) => cardOf(row, collab.present(row.id)))
}
