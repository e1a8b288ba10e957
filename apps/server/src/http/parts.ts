import type { ItemId } from '@kintsugi/model'
import type { Kysely } from 'kysely'
import type { Origins } from '../access/origins.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Collab } from '../collab/collab.ts'
import type { Revisions } from '../revisions/revisions.ts'
import type { Schema } from '../storage/schema.ts'

/** What the routes need of the rest of the server; `app.ts` puts it together. */
export interface HttpParts {
  readonly collab: Collab
  readonly db: Kysely<Schema>
  readonly revisions: Revisions
  readonly tickets: Pick<Tickets, 'issue'>
  /** Fresh random id, for boards, items and imports alike. */
  readonly newId: () => ItemId
  readonly origins: Origins
  /** Folder of the built web client. */
  readonly clientFolder: string
  /** A bug was met: keep it, and give a reference to find it by. */
  readonly report: (error: unknown) => string
}
