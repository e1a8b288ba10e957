import type { BoardId, Problem } from '@kintsugi/model'
import { toInstant } from '@kintsugi/model'
import type { changeShareLinkSchema, createShareLinkSchema, ShareLink } from '@kintsugi/protocol'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Schema, ShareLinkRow } from '../storage/schema.ts'
import { oneByOne } from '../turns.ts'
import { hashOfSecret, hashPassword, isSecret, newSecret } from './secrets.ts'

const day = 24 * 60 * 60 * 1000
/** Of one board, revoked ones and expired ones left out. */
const most = 100

type Wanted = z.output<typeof createShareLinkSchema>
type Change = z.output<typeof changeShareLinkSchema>

/** Links for reading, as rows. Every failure that was to be expected comes back as a Problem. */
export class ShareLinks {
  readonly #db: Kysely<Schema>
  readonly #now: () => number
  readonly #newId: () => string
  readonly #changed: (linkId: string) => void
  /** What is counted is counted before the next is made; and hashing passwords keeps one thread busy, not all. */
  readonly #serially = oneByOne()

  constructor(parts: {
    db: Kysely<Schema>
    now: () => number
    newId: () => string
    /** A link was changed or revoked: whoever reads by it has to be asked anew. */
    changed: (linkId: string) => void
  }) {
    this.#db = parts.db
    this.#now = parts.now
    this.#newId = parts.newId
    this.#changed = parts.changed
  }

  /** Newest first, whatever became of them. */
  async of(boardId: BoardId): Promise<ShareLink[]> {
    const rows = await this.#rows(boardId).orderBy('created_at', 'desc').orderBy('id').execute()
    return rows.map(linkOf)
  }

  create(
    boardId: BoardId,
    wanted: Wanted,
    createdBy: string,
  ): Promise<{ link: ShareLink; secret: string } | { problem: Problem }> {
    return this.#serially(() => this.#create(boardId, wanted, createdBy))
  }

  async #create(
    boardId: BoardId,
    { name, scope, revision, expiresInDays, password }: Wanted,
    createdBy: string,
  ): ReturnType<ShareLinks['create']> {
    const now = this.#now()
    const rows = await this.#rows(boardId).execute()
    const open = rows.filter((row) => row.revoked_at === null && Date.parse(row.expires_at) > now)
    if (open.length >= most) return { problem: problemOf('tooManyLinks', { limit: most }) }
    const secret = newSecret()
    const row: ShareLinkRow = {
      id: this.#newId(),
      board_id: boardId,
      secret_hash: hashOfSecret(secret),
      scope,
      revision: scope === 'revision' ? revision : null,
      name,
      expires_at: toInstant(now + expiresInDays * day),
      password: password === null ? null : await hashPassword(password),
      created_by: createdBy,
      created_at: toInstant(now),
      revoked_at: null,
      readings: 0,
      last_read_on: null,
    }
    await this.#db.insertInto('share_links').values(row).execute()
    return { link: linkOf(row), secret }
  }

  async change(
    boardId: BoardId,
    linkId: string,
    { name, expiresInDays, password }: Change,
  ): Promise<ShareLink | { problem: Problem }> {
    const row = await this.#row(boardId, linkId)
    if (row === undefined) return { problem: problemOf('linkUnknown') }
    if (row.revoked_at !== null) return { problem: problemOf('linkRevoked') }
    const changes: Partial<ShareLinkRow> = {
      ...(name === undefined ? {} : { name }),
      ...(expiresInDays === undefined ? {} : { expires_at: toInstant(this.#now() + expiresInDays * day) }),
      ...(password === undefined
        ? {}
        : { password: password && (await this.#serially(() => hashPassword(password))) }),
    }
    if (Object.keys(changes).length > 0) {
      // Revoked while the password was hashed: it stays revoked, and the change changes nothing that anybody can use.
      await this.#db.updateTable('share_links').set(changes).where('id', '=', linkId).execute()
      if (password !== undefined || expiresInDays !== undefined) this.#changed(linkId)
    }
    return linkOf({ ...row, ...changes })
  }

  /** For good. Done again it changes nothing. */
  async revoke(boardId: BoardId, linkId: string): Promise<ShareLink | { problem: Problem }> {
    const row = await this.#row(boardId, linkId)
    if (row === undefined) return { problem: problemOf('linkUnknown') }
    if (row.revoked_at !== null) return linkOf(row)
    const revoked = { revoked_at: toInstant(this.#now()) }
    await this.#db.updateTable('share_links').set(revoked).where('id', '=', linkId).execute()
    this.#changed(linkId)
    return linkOf({ ...row, ...revoked })
  }

  /** The link that somebody holds. */
  async held(secret: string): Promise<ShareLinkRow | undefined> {
    if (!isSecret(secret)) return undefined
    return this.#db
      .selectFrom('share_links')
      .selectAll()
      .where('secret_hash', '=', hashOfSecret(secret))
      .executeTakeFirst()
  }

  #rows(boardId: BoardId) {
    return this.#db.selectFrom('share_links').selectAll().where('board_id', '=', boardId)
  }
  #row(boardId: BoardId, linkId: string): Promise<ShareLinkRow | undefined> {
    return this.#rows(boardId).where('id', '=', linkId).executeTakeFirst()
  }
}

const problemOf = (code: string, args: Problem['args'] = {}): Problem => ({ code, args, line: null })

function linkOf(row: ShareLinkRow): ShareLink {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    revision: row.revision,
    hasPassword: row.password !== null,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    readings: row.readings,
    lastReadOn: row.last_read_on,
  }
}
